using EFCore.Redshift.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Scaffolding;

namespace EFCore.Redshift.Scaffolding;

internal sealed class RedshiftCodeGenerator(ProviderCodeGeneratorDependencies dependencies) : ProviderCodeGenerator(dependencies)
{
    public override MethodCallCodeFragment GenerateUseProvider(string connectionString, MethodCallCodeFragment? providerOptions)
        => new(
            typeof(RedshiftDbContextOptionsBuilderExtensions).GetMethod(
                nameof(RedshiftDbContextOptionsBuilderExtensions.UseRedshift),
                [typeof(DbContextOptionsBuilder), typeof(string), typeof(Action<RedshiftDbContextOptionsBuilder>)])!,
            providerOptions is null
                ? [connectionString]
                : [connectionString, new NestedClosureCodeFragment("x", providerOptions)]);
}
