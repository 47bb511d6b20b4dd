namespace EFCore.Redshift.Infrastructure;

/// <summary>What is SET once on every physical connection; two contexts with equal settings share a pool.</summary>
internal sealed record RedshiftSessionSettings
{
    public static RedshiftSessionSettings Default { get; } = new();

    /// <summary>The schemas of the search path, separated by <c>\0</c> so that records compare by value.</summary>
    private readonly string? _searchPath;

    public IReadOnlyList<string> SearchPath
    {
        get => _searchPath?.Split('\0') ?? [];
        init => _searchPath = value.Count == 0 ? null : string.Join('\0', value);
    }

    public string? QueryGroup { get; init; }

    public TimeSpan? StatementTimeout { get; init; }

    public string? TimeZone { get; init; }

    public string? ApplicationName { get; init; }

    public bool CaseSensitiveIdentifiers { get; init; }

    // For EF's log of options: only what is set, each followed by a blank.
    public override string ToString()
        => string.Concat(
            _searchPath is null ? "" : $"SearchPath={string.Join(',', SearchPath)} ",
            QueryGroup is null ? "" : $"QueryGroup={QueryGroup} ",
            StatementTimeout is null ? "" : $"StatementTimeout={StatementTimeout} ",
            TimeZone is null ? "" : $"TimeZone={TimeZone} ",
            ApplicationName is null ? "" : $"ApplicationName={ApplicationName} ",
            CaseSensitiveIdentifiers ? "CaseSensitiveIdentifiers " : "");
}
