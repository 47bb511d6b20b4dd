using EFCore.Redshift.Storage;
using Npgsql;

namespace EFCore.Redshift.FunctionalTests.Storage;

public sealed class TransientErrorsTest
{
    [Theory]
    [InlineData("40001", "could not serialize access")]
    [InlineData("40P01", "deadlock detected")]
    [InlineData("53300", "connection limit 500 exceeded for non-bootstrap users")]
    [InlineData("57P01", "terminating connection due to administrator command")]
    [InlineData("57P03", "the database system is starting up")]
    [InlineData("08006", "connection failure")]
    [InlineData("XX000", "1023")]
    [InlineData("XX000", "1023 DETAIL: Serializable isolation violation on table - 100")]
    [InlineData("XX000", "1018")]
    [InlineData("XX000", "Serializable isolation violation on table")]
    public void Errors_that_go_away_are_transient(string sqlState, string message)
        => Assert.True(RedshiftTransientErrors.IsTransient(Error(sqlState, message)));

    [Theory]
    [InlineData("57014", "Query (1) cancelled on user's request")]
    [InlineData("42P01", "relation \"t\" does not exist")]
    [InlineData("XX000", "This type of correlated subquery pattern is not supported yet")]
    [InlineData("XX000", "10234")]
    [InlineData("XX000", "Disk Full")]
    [InlineData("0A000", "SELECT DISTINCT ON is not supported")]
    public void Errors_that_stay_are_not(string sqlState, string message)
        => Assert.False(RedshiftTransientErrors.IsTransient(Error(sqlState, message)));

    [Fact]
    public void The_conflict_may_be_told_in_the_detail_alone()
        => Assert.True(RedshiftTransientErrors.IsTransient(
            new PostgresException("ERROR", "ERROR", "ERROR", "XX000", detail: "Serializable isolation violation on table - 7")));

    [Fact]
    public void A_cause_inside_other_exceptions_counts()
        => Assert.True(RedshiftTransientErrors.IsTransient(
            new InvalidOperationException("outer", new AggregateException(Error("42601", "syntax error"), Error("XX000", "1023")))));

    [Fact]
    public void A_lost_connection_is_transient_and_a_command_that_took_too_long_is_not()
    {
        Assert.True(RedshiftTransientErrors.IsTransient(new NpgsqlException("Exception while reading from stream", new IOException())));
        Assert.True(RedshiftTransientErrors.IsTransient(new NpgsqlException("Failed to connect", new TimeoutException("Timeout during connection attempt"))));
        Assert.False(RedshiftTransientErrors.IsTransient(
            new NpgsqlException("Exception while reading from stream", new TimeoutException("Timeout during reading attempt"))));
    }

    [Fact]
    public void A_commit_whose_answer_was_lost_is_not_even_if_its_cause_would_be()
        => Assert.False(RedshiftTransientErrors.IsTransient(
            new RedshiftCommitUnknownException("unknown", new NpgsqlException("lost", new IOException()))));

    private static PostgresException Error(string sqlState, string message)
        => new(message, "ERROR", "ERROR", sqlState);
}
