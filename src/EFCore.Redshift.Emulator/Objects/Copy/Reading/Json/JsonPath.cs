using System.Globalization;
using System.Text;
using System.Text.Json;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects.Copy.Reading.Json;

/// <summary>One expression of a jsonpaths file, in dot notation (<c>$.a.b[0]</c>) or bracket notation (<c>$['a']['b'][0]</c>).</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/copy-usage_notes-copy-from-json.html#copy-usage-json-jsonpath</remarks>
internal sealed class JsonPath
{
    private static readonly LoadFault NotAnArray = new(LoadErrorCode.InvalidLine, "Invalid JSONPath format: Not an array or index out of range");
    private static readonly LoadFault NotAnObject = new(LoadErrorCode.InvalidLine, "Invalid JSONPath format: Member is not an object.");

    private readonly IReadOnlyList<(byte[]? Name, int Index)> _steps;

    private JsonPath(IReadOnlyList<(byte[]? Name, int Index)> steps)
        => _steps = steps;

    /// <summary>Reads the paths of a jsonpaths file.</summary>
    public static IReadOnlyList<JsonPath> ParseFile(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("jsonpaths", out var paths)
                && paths.ValueKind == JsonValueKind.Array
                && paths.EnumerateArray().All(p => p.ValueKind == JsonValueKind.String))
            {
                return [.. paths.EnumerateArray().Select(p => Parse(p.GetString()!))];
            }
        }
        catch (JsonException)
        {
            // Told as any other jsonpaths file that is none.
        }

        throw EngineError.Create("Invalid JSONPath format: The file must hold one object with an array named jsonpaths.", 8001, "");
    }

    public static JsonPath Parse(string path)
    {
        var steps = new List<(byte[]? Name, int Index)>();
        bool? isBracketNotation = null;
        if (!path.StartsWith('$') || path.Length == 1)
        {
            throw Invalid(path);
        }

        for (var i = 1; i < path.Length;)
        {
            if (path[i] == '.')
            {
                var end = path.AsSpan(i + 1).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : i + 1 + end;
                AddName(path[(i + 1)..end], isBracket: false);
                i = end;
            }
            else if (path[i] == '[' && i + 1 < path.Length && path[i + 1] is '\'' or '"')
            {
                var end = path.IndexOf(path[i + 1] + "]", i + 2, StringComparison.Ordinal);
                AddName(end < 0 ? "" : path[(i + 2)..end], isBracket: true);
                i = end + 2;
            }
            else if (path[i] == '[')
            {
                var end = path.IndexOf(']', i);
                if (end < 0 || !int.TryParse(path.AsSpan((i + 1)..end), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    throw Invalid(path);
                }

                steps.Add((null, index));
                i = end + 1;
            }
            else
            {
                throw Invalid(path);
            }
        }

        return new JsonPath(steps);

        void AddName(string name, bool isBracket)
        {
            // No wildcards, and no mixing of the two notations.
            if (name.Length == 0 || name == "*" || (isBracketNotation ?? isBracket) != isBracket)
            {
                throw Invalid(path);
            }

            isBracketNotation = isBracket;
            steps.Add((Encoding.UTF8.GetBytes(name), 0));
        }
    }

    /// <summary>Adds the value that the path leads to; where it leads to nothing, the field is missing.</summary>
    public LoadFault? Add(ReadOnlySpan<byte> record, bool wantsJson, FieldList fields)
    {
        var reader = new Utf8JsonReader(record, JsonText.Options);
        reader.Read();
        foreach (var (name, index) in _steps)
        {
            if (name is null)
            {
                if (reader.TokenType != JsonTokenType.StartArray || !TryMoveTo(ref reader, index))
                {
                    return NotAnArray;
                }
            }
            else if (reader.TokenType == JsonTokenType.Null)
            {
                break;
            }
            else if (reader.TokenType != JsonTokenType.StartObject)
            {
                return NotAnObject;
            }
            else if (!TryMoveTo(ref reader, name))
            {
                fields.AddMissing();
                return null;
            }
        }

        JsonText.AddValue(ref reader, wantsJson, 0, fields);
        return null;
    }

    private static bool TryMoveTo(ref Utf8JsonReader reader, int index)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryMoveTo(ref Utf8JsonReader reader, byte[] name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = reader.ValueTextEquals(name);
            reader.Read();
            if (isFound)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static RedshiftErrorException Invalid(string path)
        => EngineError.Create(
            "Invalid JSONPath format. Supported notations are 'dot-notation' and 'bracket-notation': '$.name' and '$['name'][0]'.", 8001, path);
}
