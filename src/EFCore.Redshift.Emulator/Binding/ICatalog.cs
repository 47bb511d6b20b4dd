namespace EFCore.Redshift.Emulator.Binding;

/// <summary>What exists in the database, as the session's transaction sees it.</summary>
internal interface ICatalog
{
    /// <summary>Looks up relations; those that do not exist are missing in the result.</summary>
    ValueTask<IReadOnlyDictionary<RelationName, Relation>> FindRelationsAsync(
        IReadOnlyCollection<RelationName> names, CancellationToken cancellationToken);
}
