using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>Commands of one shape: the same change of the same columns of the same table.</summary>
internal abstract class ModificationGroup(IReadOnlyModificationCommand first, RedshiftUpdateSqlGenerator sqlGenerator, int maxBatchSize)
{
    // A statement may have 16 MB; bound values are counted as if they were part of it, with room for what UTF-8 makes of them.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_INSERT_30.html
    private const int MaxCharacters = 4_000_000;
    private const int CharactersOfOtherValues = 8;

    public List<IReadOnlyModificationCommand> Commands { get; } = [];

    public abstract bool RequiresTransaction { get; }

    protected RedshiftUpdateSqlGenerator SqlGenerator { get; } = sqlGenerator;

    protected string TableName { get; } = first.TableName;

    protected string? Schema { get; } = first.Schema;

    protected EntityState State { get; } = first.EntityState;

    protected IReadOnlyList<IColumnModification> Columns { get; } = first.ColumnModifications;

    protected bool ReadsBack { get; } = first.ColumnModifications.Any(column => column.IsRead);

    public abstract Task ExecuteAsync(StatementExecutor executor);

    public bool Accepts(IReadOnlyModificationCommand command)
    {
        var columns = command.ColumnModifications;
        if (command.EntityState != State
            || command.TableName != TableName
            || command.Schema != Schema
            || columns.Count != Columns.Count)
        {
            return false;
        }

        for (var i = 0; i < columns.Count; i++)
        {
            if (!HaveSameShape(columns[i], Columns[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HaveSameShape(IColumnModification left, IColumnModification right)
        => left.ColumnName == right.ColumnName
            && left.IsRead == right.IsRead
            && left.IsWrite == right.IsWrite
            && left.IsCondition == right.IsCondition
            && left.TypeMapping == right.TypeMapping
            && (!left.IsRead || left.Property == right.Property);

    /// <summary>Divides the commands so that each part fits into one statement with the values of these columns, and its parameters too.</summary>
    protected IEnumerable<IReadOnlyList<IReadOnlyModificationCommand>> Split(IReadOnlyList<int> bound, int? parametersPerRow = null)
    {
        var maxRows = Math.Max(1, Math.Min(maxBatchSize, Statement.MaxParameters / Math.Max(1, parametersPerRow ?? bound.Count)));
        var start = 0;
        var characters = 0;
        for (var i = 0; i < Commands.Count; i++)
        {
            var length = 0;
            foreach (var index in bound)
            {
                length += Commands[i].ColumnModifications[index].Value switch
                {
                    string text => text.Length,
                    byte[] bytes => 2 * bytes.Length,
                    _ => CharactersOfOtherValues
                };
            }

            if (i > start && (i - start == maxRows || characters + length > MaxCharacters))
            {
                yield return Commands.GetRange(start, i - start);
                start = i;
                characters = 0;
            }

            characters += length;
        }

        yield return start == 0 ? Commands : Commands.GetRange(start, Commands.Count - start);
    }

    protected static List<int> IndexesOf(IReadOnlyList<IColumnModification> columns, Func<IColumnModification, bool> condition)
        => [.. Enumerable.Range(0, columns.Count).Where(index => condition(columns[index]))];
}
