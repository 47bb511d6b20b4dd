using EFCore.Redshift.Properties;
using EFCore.Redshift.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace EFCore.Redshift.Update;

/// <summary>
///     All changes that EF allows to be sent together. They are sorted into groups of the same shape, and each group is sent in as few
///     statements as possible, because a statement costs Redshift tens to hundreds of milliseconds whatever its size.
/// </summary>
/// <remarks>
///     Redshift enforces no key, so the order of inserts among themselves (and of updates, and of deletes) does not matter; only the order
///     of these runs does, since a row may be deleted and another inserted under the same key.
///     https://docs.aws.amazon.com/redshift/latest/dg/t_Defining_constraints.html
/// </remarks>
internal sealed class RedshiftModificationCommandBatch(ModificationCommandBatchFactoryDependencies dependencies, int maxBatchSize)
    : ModificationCommandBatch
{
    private readonly List<IReadOnlyModificationCommand> _commands = [];
    private readonly List<ModificationGroup> _groups = [];
    private int _firstGroupOfRun;
    private bool _completed;
    private bool _moreBatchesExpected;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands
        => _commands;

    // A failure in the middle must leave nothing behind, and what was generated is only found in the transaction that inserted it. A single
    // statement that commits itself must not be repeated either when its answer is lost, and in a transaction only COMMIT can be lost so.
    public override bool RequiresTransaction
        => _groups.Count > 1
            || _groups.Any(group => group.RequiresTransaction)
            || dependencies.CurrentContext.Context.RetriesOnFailure();

    public override bool AreMoreBatchesExpected
        => _moreBatchesExpected;

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        if (_completed)
        {
            throw new InvalidOperationException(RelationalStrings.ModificationCommandBatchAlreadyComplete);
        }

        if (modificationCommand.StoreStoredProcedure is { } procedure)
        {
            throw new NotSupportedException(RedshiftStrings.StoredProcedureMapping(procedure.Name));
        }

        if (_commands is [.., var last] && last.EntityState != modificationCommand.EntityState)
        {
            _firstGroupOfRun = _groups.Count;
        }

        _commands.Add(modificationCommand);
        FindGroup(modificationCommand).Commands.Add(modificationCommand);
        return true;
    }

    public override void Complete(bool moreBatchesExpected)
    {
        if (_completed)
        {
            throw new InvalidOperationException(RelationalStrings.ModificationCommandBatchAlreadyComplete);
        }

        _completed = true;
        _moreBatchesExpected = moreBatchesExpected;
    }

    public override void Execute(IRelationalConnection connection)
        => ExecuteAsync(connection, async: false, CancellationToken.None).GetAwaiter().GetResult();

    public override Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
        => ExecuteAsync(connection, async: true, cancellationToken);

    private async Task ExecuteAsync(IRelationalConnection connection, bool async, CancellationToken cancellationToken)
    {
        if (!_completed)
        {
            throw new InvalidOperationException(RelationalStrings.ModificationCommandBatchNotComplete);
        }

        var executor = new StatementExecutor(dependencies, connection, async, cancellationToken);
        if (!executor.InTransaction && dependencies.CurrentContext.Context.RetriesOnFailure())
        {
            throw new InvalidOperationException(RedshiftStrings.RetryWithoutTransaction);
        }

        foreach (var group in _groups)
        {
            await group.ExecuteAsync(executor).ConfigureAwait(false);
        }
    }

    // EF sorts commands by table, so the group is nearly always the last one.
    private ModificationGroup FindGroup(IReadOnlyModificationCommand command)
    {
        for (var i = _groups.Count - 1; i >= _firstGroupOfRun; i--)
        {
            if (_groups[i].Accepts(command))
            {
                return _groups[i];
            }
        }

        var sqlGenerator = (RedshiftUpdateSqlGenerator)dependencies.UpdateSqlGenerator;
        ModificationGroup group = command.EntityState == EntityState.Added
            ? new InsertGroup(command, sqlGenerator, maxBatchSize)
            : new RowCountGroup(command, sqlGenerator, maxBatchSize);

        _groups.Add(group);
        return group;
    }
}
