using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;

namespace EFCore.Redshift.Infrastructure;

// Npgsql's own looks for its own options extension and, not finding it, falls back to PostgreSQL 14.
internal sealed class RedshiftSingletonOptions : INpgsqlSingletonOptions
{
    // What Redshift's version() and server_version say.
    // https://docs.aws.amazon.com/redshift/latest/dg/r_VERSION.html
    public Version PostgresVersion { get; } = new(8, 0, 2);

    public bool IsPostgresVersionSet
        => true;

    public bool UseRedshift
        => true;

    public bool ReverseNullOrderingEnabled
        => false;

    public IReadOnlyList<EnumDefinition> EnumDefinitions
        => [];

    public IReadOnlyList<UserRangeDefinition> UserRangeDefinitions
        => [];

    public bool CaseSensitiveIdentifiers { get; private set; }

    public void Initialize(IDbContextOptions options)
        => CaseSensitiveIdentifiers = ReadCaseSensitiveIdentifiers(options);

    public void Validate(IDbContextOptions options)
    {
        if (CaseSensitiveIdentifiers != ReadCaseSensitiveIdentifiers(options))
        {
            throw new InvalidOperationException(
                CoreStrings.SingletonOptionChanged(
                    nameof(RedshiftDbContextOptionsBuilder.CaseSensitiveIdentifiers),
                    nameof(DbContextOptionsBuilder.UseInternalServiceProvider)));
        }
    }

    private static bool ReadCaseSensitiveIdentifiers(IDbContextOptions options)
        => options.FindExtension<RedshiftOptionsExtension>()?.Session.CaseSensitiveIdentifiers ?? false;
}
