using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Sql;

internal sealed partial class SqlParser
{
    private Statement ParseStatement()
    {
        Enter();
        var statement = ParseBareStatement();
        Leave();
        return statement;
    }

    private Statement ParseBareStatement()
        => Current.Keyword switch
        {
            Keyword.Select or Keyword.Values or Keyword.Table => ParseQuery(),
            Keyword.NoKeyword when Is('(') => ParseQuery(),
            Keyword.With => ParseWithStatement(),
            Keyword.Insert => ParseInsert(null, Position),
            Keyword.Update => ParseUpdate(null, Position),
            Keyword.Delete => ParseDelete(null, Position),
            Keyword.Merge => ParseMerge(null, Position),
            Keyword.Truncate => ParseTruncate(),
            Keyword.Lock => ParseLock(),
            Keyword.Call => ParseCallStatement(),
            Keyword.Create => ParseCreate(),
            Keyword.Alter => ParseAlter(),
            Keyword.Drop => ParseDrop(),
            Keyword.Comment => ParseComment(),
            Keyword.Refresh => ParseRefresh(),
            Keyword.Copy => ParseCopy(),
            Keyword.Unload => ParseUnload(),
            Keyword.Begin or Keyword.Start => ParseBegin(),
            Keyword.Commit or Keyword.End => ParseCommit(),
            Keyword.Rollback or Keyword.Abort => ParseRollback(),
            Keyword.Savepoint or Keyword.Release => ParseSavepoint(),
            Keyword.Set => ParseSet(),
            Keyword.Reset => ParseReset(),
            Keyword.Show => ParseShow(),
            Keyword.Declare => ParseDeclare(),
            Keyword.Fetch or Keyword.Move => ParseFetchStatement(),
            Keyword.Close => ParseClose(),
            Keyword.Prepare => ParsePrepare(),
            Keyword.Execute => ParseExecute(),
            Keyword.Deallocate => ParseDeallocate(),
            Keyword.Explain => ParseExplain(),
            Keyword.Analyze or Keyword.Analyse => ParseAnalyze(),
            Keyword.Vacuum => ParseVacuum(),
            Keyword.Cancel => ParseCancel(),
            Keyword.Grant => ParseGrant(),
            Keyword.Revoke => ParseRevoke(),
            Keyword.Do or Keyword.Listen or Keyword.Notify or Keyword.Unlisten or Keyword.Discard or Keyword.Checkpoint or Keyword.Cluster
                or Keyword.Reindex or Keyword.Load or Keyword.Reassign or Keyword.Security or Keyword.Import or Keyword.Use or Keyword.Desc
                or Keyword.Describe or Keyword.Attach or Keyword.Detach => SkipUnsupported(1),
            _ => throw SyntaxError()
        };

    /// <summary>A statement that is known by its first words and not looked into further.</summary>
    private UnsupportedStatement SkipUnsupported(int words)
    {
        var position = Position;
        var command = string.Join(' ', Enumerable.Range(0, words).Select(_ => ParseUpperWord()));
        SkipToEnd();
        return new UnsupportedStatement(command) { Position = position };
    }

    private void SkipToEnd()
    {
        while (Current.Kind != SqlTokenKind.End && !Is(';'))
        {
            Advance();
        }
    }
}
