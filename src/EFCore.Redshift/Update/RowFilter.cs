using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>
///     Writes a condition that all of the given rows fulfil once they are stored, and few others do. It may let rows through that were not
///     asked for, never leave one out; whoever reads compares the values.
/// </summary>
internal sealed class RowFilter(RedshiftUpdateSqlGenerator sqlGenerator, IReadOnlyList<IReadOnlyModificationCommand> commands)
{
    // Above this many different values, a list is only worth its length for one column; the others are narrowed by their range,
    // which Redshift compares with the minimum and maximum that it keeps of each block.
    // https://docs.aws.amazon.com/redshift/latest/dg/t_Sorting_data.html
    private const int ShortList = 16;

    public void AppendTo(Statement statement, IReadOnlyList<int> columnIndexes)
    {
        var columns = columnIndexes.Select(index => new Candidate(commands, index)).ToList();
        var listed = columns.Where(column => column.IsExact).MaxBy(column => column.Values.Count);
        var separator = "\nWHERE ";
        foreach (var column in columns)
        {
            if (TryAppend(statement, column, separator, asList: column == listed || column.Values.Count <= ShortList))
            {
                separator = " AND ";
            }
        }
    }

    private bool TryAppend(Statement statement, Candidate candidate, string separator, bool asList)
    {
        var text = statement.Text;
        if (candidate.Values.Count == 0)
        {
            sqlGenerator.AppendColumn(text.Append(separator), candidate.Column.ColumnName);
            text.Append(" IS NULL");
            return true;
        }

        var list = candidate.IsExact && asList;
        (object Low, object High)? range = list ? null : candidate.Range();
        if (!list && range is null)
        {
            return false;
        }

        text.Append(separator);
        if (candidate.HasNulls)
        {
            text.Append('(');
        }

        sqlGenerator.AppendColumn(text, candidate.Column.ColumnName);
        if (range is { } bounds)
        {
            text.Append(" BETWEEN ").Append(statement.Bind(candidate.Column, bounds.Low))
                .Append(" AND ").Append(statement.Bind(candidate.Column, bounds.High));
        }
        else if (candidate.Values is [var single])
        {
            text.Append(" = ").Append(statement.Bind(candidate.Column, single));
        }
        else
        {
            text.Append(" IN (")
                .AppendJoin(", ", candidate.Values.Select(value => statement.Bind(candidate.Column, value)))
                .Append(')');
        }

        if (candidate.HasNulls)
        {
            sqlGenerator.AppendColumn(text.Append(" OR "), candidate.Column.ColumnName);
            text.Append(" IS NULL)");
        }

        return true;
    }

    /// <summary>One column with the different values that the rows have in it.</summary>
    private sealed class Candidate
    {
        private readonly StoredKind _kind;
        private readonly List<object> _stored = [];

        public Candidate(IReadOnlyList<IReadOnlyModificationCommand> commands, int index)
        {
            Column = commands[0].ColumnModifications[index];
            _kind = StoredValue.Kind(Column);
            var seen = new HashSet<object>();
            foreach (var command in commands)
            {
                var value = command.ColumnModifications[index].Value;
                if (StoredValue.Written(Column, value) is not { } stored)
                {
                    HasNulls = true;
                }
                else if (seen.Add(stored))
                {
                    Values.Add(value!);
                    _stored.Add(stored);
                }
            }
        }

        public IColumnModification Column { get; }

        public List<object> Values { get; } = [];

        public bool HasNulls { get; }

        public bool IsExact
            => StoredValue.IsExact(Column);

        /// <summary>Bounds that the values keep when they are stored, or null where there are none of use.</summary>
        public (object Low, object High)? Range()
            => _kind switch
            {
                StoredKind.Integer or StoredKind.Date or StoredKind.Time or StoredKind.Timestamp => (Values[At(_stored.Min()!)], Values[At(_stored.Max()!)]),
                StoredKind.Decimal when Column.TypeMapping!.Converter is null => Widen(_stored.Cast<decimal>().Min(), _stored.Cast<decimal>().Max()),
                StoredKind.Float when Column.TypeMapping!.Converter is null => Widen(_stored.Cast<double>().Min(), _stored.Cast<double>().Max()),
                _ => null
            };

        private int At(object stored)
            => _stored.IndexOf(stored);

        // Rounding to the column's scale moves a number by less than one.
        private static (object Low, object High)? Widen(decimal low, decimal high)
            => low > decimal.MinValue / 10 && high < decimal.MaxValue / 10 ? (low - 1, high + 1) : null;

        // A column of type REAL keeps 24 bits of the number.
        private (object Low, object High)? Widen(double low, double high)
            => !double.IsFinite(low) || !double.IsFinite(high)
                ? null
                : Column.TypeMapping!.ClrType == typeof(float)
                    ? ((float)(low - Math.Abs(low) * 1e-6), (float)(high + Math.Abs(high) * 1e-6))
                    : (low - Math.Abs(low) * 1e-6, high + Math.Abs(high) * 1e-6);
    }
}
