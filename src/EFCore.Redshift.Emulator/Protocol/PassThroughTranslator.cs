using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;
using EFCore.Redshift.Emulator.Sql.Syntax;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Leaves texts as they are.</summary>
internal sealed class PassThroughTranslator : IStatementTranslator
{
    public ValueTask<IReadOnlyList<TranslatedStatement>> TranslateAsync(string sql, ICatalog catalog, CancellationToken cancellationToken)
        => ValueTask.FromResult<IReadOnlyList<TranslatedStatement>>(
            string.IsNullOrWhiteSpace(sql) ? [] : [new TranslatedStatement { Tree = new UnsupportedStatement(sql), PostgresSql = sql }]);
}
