namespace EFCore.Redshift.Emulator.Refusals;

/// <summary>A statement that Redshift refuses, and how.</summary>
/// <param name="Rule">The rule that refuses it, whose page of Amazon's guide says so.</param>
/// <param name="Sql">The statement.</param>
/// <param name="SqlState">The SQLSTATE of the answer.</param>
/// <param name="Message">A part of the message.</param>
internal sealed record RefusalProbe(string Rule, string Sql, string SqlState, string Message)
{
    /// <summary>Whether a transaction block is open.</summary>
    public bool InTransaction { get; init; }
}
