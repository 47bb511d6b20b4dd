using System.Reflection;
using System.Runtime.CompilerServices;
using EFCore.Redshift.Infrastructure;

namespace EFCore.Redshift.FunctionalTests;

/// <summary>Each change of what users can call is a change of PublicApi.txt, which is read when the change is.</summary>
public sealed class PublicApiTest
{
    [Fact]
    public void The_public_API_is_that_of_PublicApi_txt()
    {
        var actual = typeof(RedshiftOptionsExtension).Assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal).ToArray();
        var path = Path.Combine(AppContext.BaseDirectory, "PublicApi.txt");
        var expected = File.ReadAllLines(path);

        if (!expected.SequenceEqual(actual))
        {
            var actualPath = Path.ChangeExtension(path, ".actual.txt");
            File.WriteAllLines(actualPath, actual);
            Assert.Fail(
                $"The public API has changed; if that is meant, copy {actualPath} over test/EFCore.Redshift.FunctionalTests/PublicApi.txt.\n"
                + string.Join("\n", actual.Except(expected).Select(l => "+ " + l).Concat(expected.Except(actual).Select(l => "- " + l))));
        }
    }

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{Kind(type)} {Name(type)}{(type.BaseType is { } b && b != typeof(object) ? $" : {Name(b)}" : "")}";

        foreach (var member in type.GetMembers(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        {
            if (Describe(member) is { } description && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            {
                yield return $"{Name(type)}.{description}";
            }
        }
    }

    private static string Kind(Type type)
        => type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";

    private static string? Describe(MemberInfo member)
        => member switch
        {
            FieldInfo { IsLiteral: true, IsPublic: true } f => $"{f.Name} = {f.GetRawConstantValue()}",
            FieldInfo { IsPublic: true, IsSpecialName: false } f => $"{f.Name} : {Name(f.FieldType)}",
            PropertyInfo p when IsVisible(p.GetMethod) || IsVisible(p.SetMethod)
                => $"{p.Name} : {Name(p.PropertyType)} {{{(IsVisible(p.GetMethod) ? " get;" : "")}{(IsVisible(p.SetMethod) ? " set;" : "")} }}",
            MethodInfo { IsSpecialName: false } m when IsVisible(m) => $"{m.Name}{Generic(m)}({Parameters(m)}) : {Name(m.ReturnType)}",
            ConstructorInfo { IsStatic: false } c when IsVisible(c) => $"new({Parameters(c)})",
            _ => null
        };

    private static bool IsVisible(MethodBase? method)
        => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Generic(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method)
        => string.Join(
            ", ",
            method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "null"}" : "")}"));

    private static string Name(Type type)
        => type.IsGenericParameter ? type.Name
            : type.IsArray ? Name(type.GetElementType()!) + "[]"
            : type.IsByRef ? "ref " + Name(type.GetElementType()!)
            : type.IsGenericType
                ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}"
            : type.Name;
}
