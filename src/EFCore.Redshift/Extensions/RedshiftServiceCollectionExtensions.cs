using EFCore.Redshift.Diagnostics;
using EFCore.Redshift.Infrastructure;
using EFCore.Redshift.Metadata;
using EFCore.Redshift.Metadata.Conventions;
using EFCore.Redshift.Migrations;
using EFCore.Redshift.Query;
using EFCore.Redshift.Query.Translators;
using EFCore.Redshift.Storage;
using EFCore.Redshift.Update;
using EFCore.Redshift.ValueGeneration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Internal;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Extension methods that register contexts on Amazon Redshift, and the provider's services.</summary>
public static class RedshiftServiceCollectionExtensions
{
    /// <summary>Registers a context and connects it to Amazon Redshift.</summary>
    /// <typeparam name="TContext">The type of the context.</typeparam>
    /// <param name="serviceCollection">The services to add to.</param>
    /// <param name="connectionString">The connection string, with Npgsql's keywords.</param>
    /// <param name="redshiftOptionsAction">Sets the provider's own options.</param>
    /// <param name="optionsAction">Sets the context's other options.</param>
    /// <returns>The same services, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="serviceCollection" /> is null.</exception>
    /// <remarks>The short form of <c>AddDbContext</c> with <c>UseRedshift</c>, with the context scoped.</remarks>
    public static IServiceCollection AddRedshift<TContext>(
        this IServiceCollection serviceCollection,
        string? connectionString,
        Action<RedshiftDbContextOptionsBuilder>? redshiftOptionsAction = null,
        Action<DbContextOptionsBuilder>? optionsAction = null)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(serviceCollection);

        return serviceCollection.AddDbContext<TContext>(
            (_, options) =>
            {
                optionsAction?.Invoke(options);
                options.UseRedshift(connectionString, redshiftOptionsAction);
            });
    }

    /// <summary>Registers the provider's services. Needed only with <c>UseInternalServiceProvider</c>.</summary>
    /// <param name="serviceCollection">The services to add to.</param>
    /// <returns>The same services, so that calls can be chained.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="serviceCollection" /> is null.</exception>
    public static IServiceCollection AddEntityFrameworkRedshift(this IServiceCollection serviceCollection)
    {
        ArgumentNullException.ThrowIfNull(serviceCollection);

        // One line a service, by folder. What is not here is EF's own, added by TryAddCoreServices.
        new EntityFrameworkRelationalServicesBuilder(serviceCollection)
            // Infrastructure
            .TryAdd<IDatabaseProvider, DatabaseProvider<RedshiftOptionsExtension>>()
            .TryAdd<IModelValidator, RedshiftModelValidator>()
            .TryAdd<ISingletonOptions, RedshiftSingletonOptions>(p => p.GetRequiredService<RedshiftSingletonOptions>())
            // Diagnostics
            .TryAdd<LoggingDefinitions, RedshiftLoggingDefinitions>()
            // Metadata
            .TryAdd<IRelationalAnnotationProvider, RedshiftAnnotationProvider>()
            .TryAdd<IProviderConventionSetBuilder, RedshiftConventionSetBuilder>()
            // Storage
            .TryAdd<IRelationalTypeMappingSource, RedshiftTypeMappingSource>()
            .TryAdd<ISqlGenerationHelper, RedshiftSqlGenerationHelper>()
            .TryAdd<IRelationalConnection, RedshiftConnection>()
            .TryAdd<IRelationalCommandBuilderFactory, RedshiftCommandBuilderFactory>()
            .TryAdd<IRelationalTransactionFactory, RedshiftTransactionFactory>()
            .TryAdd<IRelationalDatabaseCreator, RedshiftDatabaseCreator>()
            .TryAdd<IExecutionStrategyFactory, RelationalExecutionStrategyFactory>()
            // Query
            .TryAdd<IAsyncQueryProvider, RedshiftQueryProvider>()
            .TryAdd<IQueryCompilationContextFactory, RedshiftQueryCompilationContextFactory>()
            .TryAdd<ICompiledQueryCacheKeyGenerator, RelationalCompiledQueryCacheKeyGenerator>()
            .TryAdd<IEvaluatableExpressionFilter, RedshiftEvaluatableExpressionFilter>()
            .TryAdd<IQueryableMethodTranslatingExpressionVisitorFactory, RedshiftQueryableMethodTranslatingExpressionVisitorFactory>()
            .TryAdd<IRelationalSqlTranslatingExpressionVisitorFactory, RedshiftSqlTranslatingExpressionVisitorFactory>()
            .TryAdd<IQueryTranslationPostprocessorFactory, RedshiftQueryTranslationPostprocessorFactory>()
            .TryAdd<IRelationalParameterBasedSqlProcessorFactory, RedshiftParameterBasedSqlProcessorFactory>()
            .TryAdd<IQuerySqlGeneratorFactory, RedshiftQuerySqlGeneratorFactory>()
            .TryAdd<ISqlExpressionFactory, NpgsqlSqlExpressionFactory>()
            .TryAdd<IMethodCallTranslatorProvider, RedshiftMethodCallTranslatorProvider>()
            .TryAdd<IAggregateMethodCallTranslatorProvider, RedshiftAggregateMethodCallTranslatorProvider>()
            .TryAdd<IMemberTranslatorProvider, RedshiftMemberTranslatorProvider>()
            // Update
            .TryAdd<IDatabase, RedshiftDatabase>()
            .TryAdd<IUpdateSqlGenerator, RedshiftUpdateSqlGenerator>()
            .TryAdd<IModificationCommandBatchFactory, RedshiftModificationCommandBatchFactory>()
            .TryAdd<IBatchExecutor, RedshiftBatchExecutor>()
            // ValueGeneration
            .TryAdd<IValueGeneratorSelector, RedshiftValueGeneratorSelector>()
            // Migrations
            .TryAdd<IMigrator, Migrator>()
            .TryAdd<IMigrationsSqlGenerator, RedshiftMigrationsSqlGenerator>()
            .TryAdd<IHistoryRepository, RedshiftHistoryRepository>()
            // What the services above ask for.
            .TryAddProviderSpecificServices(services => services
                .TryAddSingleton<RedshiftSingletonOptions, RedshiftSingletonOptions>()
                .TryAddSingleton<INpgsqlSingletonOptions>(p => p.GetRequiredService<RedshiftSingletonOptions>())
                .TryAddSingleton<RedshiftDataSources, RedshiftDataSources>()
                .TryAddSingleton<KeyBlocks, KeyBlocks>()
                .TryAddScoped<RedshiftKeyTable, RedshiftKeyTable>())
            .TryAddCoreServices();

        return serviceCollection;
    }
}
