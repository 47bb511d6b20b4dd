using System.Text;
using EFCore.Redshift.Storage.TypeMappings;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>One SQL statement under construction: its text and the values of its placeholders, in their order.</summary>
internal sealed class Statement(string text = "")
{
    // The parameter count is a signed 16-bit number in the protocol's messages; the driver would allow 65,535.
    // https://github.com/aws/amazon-redshift-python-driver states the same limit.
    public const int MaxParameters = 32_767;

    public StringBuilder Text { get; } = new(text);

    public List<IRelationalParameter> Parameters { get; } = [];

    /// <summary>Binds the value and returns the placeholder that stands for it.</summary>
    public string Bind(IColumnModification column, object? value)
    {
        Parameters.Add(new PositionalParameter(column.TypeMapping!, value, column.IsNullable));
        return Placeholder(column, Parameters.Count);
    }

    /// <summary>The SQL of a value of the column that is bound to the placeholder of this number.</summary>
    public static string Placeholder(IColumnModification column, int number)
    {
        var placeholder = "$" + number;
        return column.TypeMapping is RedshiftBytesTypeMapping ? RedshiftBytesTypeMapping.FromDigits(placeholder) : placeholder;
    }

    public IRelationalCommand Build(IRelationalCommandBuilderFactory factory)
    {
        var builder = factory.Create().Append(Text.ToString());
        foreach (var parameter in Parameters)
        {
            builder.AddParameter(parameter);
        }

        return builder.Build();
    }
}
