using EFCore.Redshift.Emulator.Binding;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Turns a client's text into what PostgreSQL and the emulator execute.</summary>
internal interface IStatementTranslator
{
    /// <summary>The statements of a text, none for an empty one.</summary>
    /// <exception cref="RedshiftErrorException">Redshift would refuse one of them.</exception>
    ValueTask<IReadOnlyList<TranslatedStatement>> TranslateAsync(string sql, ICatalog catalog, CancellationToken cancellationToken);
}
