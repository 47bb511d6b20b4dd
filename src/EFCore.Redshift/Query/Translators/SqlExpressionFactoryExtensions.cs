using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace EFCore.Redshift.Query.Translators;

internal static class SqlExpressionFactoryExtensions
{
    /// <summary>Calls a function that is NULL when one of its arguments is.</summary>
    public static SqlExpression Call(this ISqlExpressionFactory sql, string name, Type type, params SqlExpression[] arguments)
        => sql.Call(name, type, typeMapping: null, arguments);

    /// <inheritdoc cref="Call(ISqlExpressionFactory, string, Type, SqlExpression[])" />
    public static SqlExpression Call(
        this ISqlExpressionFactory sql,
        string name,
        Type type,
        RelationalTypeMapping? typeMapping,
        params SqlExpression[] arguments)
        => sql.Function(name, arguments, nullable: true, Enumerable.Repeat(true, arguments.Length), type, typeMapping);
}
