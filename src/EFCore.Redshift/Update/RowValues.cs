using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>Values of some columns of a row, equal to another's when they are equal one by one; NULL equals NULL.</summary>
internal readonly struct RowValues(object?[] values) : IEquatable<RowValues>
{
    private readonly object?[] _values = values;

    /// <summary>What is left of the values when the server has stored them in the columns.</summary>
    public RowValues Normalized(IReadOnlyList<IColumnModification> columns)
    {
        var normalized = new object?[_values.Length];
        for (var i = 0; i < normalized.Length; i++)
        {
            normalized[i] = StoredValue.Normalized(columns[i], _values[i]);
        }

        return new RowValues(normalized);
    }

    /// <summary>The values from one position on, all of the rest or as many as are asked for.</summary>
    public RowValues Slice(int start, int? length = null)
        => new(_values.AsSpan(start, length ?? _values.Length - start).ToArray());

    public bool Equals(RowValues other)
        => _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj)
        => obj is RowValues other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
