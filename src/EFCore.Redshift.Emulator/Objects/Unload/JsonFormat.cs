using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>One object to a line.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/r_UNLOAD.html</remarks>
internal sealed class JsonFormat : RowFormat
{
    public override bool WritesEmptyFile
        => false;

    public override void AppendRow(StringBuilder line, IReadOnlyList<UnloadColumn> columns, ReadOnlySpan<string?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            line.Append(i == 0 ? '{' : ',');
            AppendText(line, columns[i].Name);
            line.Append(':');
            if (values[i] is not { } value)
            {
                line.Append("null");
            }
            else if (columns[i].IsSuper || (columns[i].IsNumber && !char.IsAsciiLetter(value[^1])))
            {
                // NaN and Infinity are no numbers of JSON.
                line.Append(value);
            }
            else
            {
                AppendText(line, value);
            }
        }

        line.Append("}\n");
    }

    private static void AppendText(StringBuilder line, string text)
        => line.Append('"').Append(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()).Append('"');
}
