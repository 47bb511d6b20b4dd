using System.Globalization;
using System.Text;
using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>An error or notice of PostgreSQL's, and its form as Redshift sends it.</summary>
/// <param name="Severity"><c>ERROR</c>, <c>FATAL</c>, <c>NOTICE</c> …</param>
/// <param name="SqlState">The five characters of the SQLSTATE.</param>
/// <param name="Message">The message.</param>
/// <param name="Detail">The detail, or null.</param>
/// <param name="Hint">The hint, or null.</param>
/// <param name="Position">Where in the client's text it is, in characters from 1, or null.</param>
internal sealed record ServerError(string Severity, string SqlState, string Message, string? Detail = null, string? Hint = null, int? Position = null)
{
    public static ServerError From(RedshiftErrorException exception)
        => new("ERROR", exception.SqlState, exception.Message, exception.Detail, exception.Hint, exception.Position);

    /// <summary>
    ///     Reads a message's body. Of its fields, those that PostgreSQL 8.0 did not have (names of schema, table, constraint …) are dropped,
    ///     as are positions and contexts, which mean texts that the client never saw.
    /// </summary>
    public static ServerError Read(ReadOnlySpan<byte> message)
    {
        var body = new MessageBody(message);
        string severity = "ERROR", sqlState = "XX000", text = "";
        string? detail = null, hint = null;
        while (!body.IsAtEnd && body.Byte() is var field and not 0)
        {
            var value = body.Text();
            switch (field)
            {
                case (byte)'S':
                    severity = value;
                    break;
                case (byte)'C':
                    sqlState = value;
                    break;
                case (byte)'M':
                    text = value;
                    break;
                case (byte)'D':
                    detail = value;
                    break;
                case (byte)'H':
                    hint = value;
                    break;
            }
        }

        return new ServerError(severity, sqlState, text, detail, hint);
    }

    /// <summary>The error as Redshift words it.</summary>
    public ServerError AsRedshift(int processId)
        => SqlState switch
        {
            // Not 40001. The number of the error is all of its message.
            // https://docs.aws.amazon.com/redshift/latest/dg/c_serial_isolation.html
            "40001" => this with
            {
                SqlState = "XX000",
                Message = "1023",
                Detail = $"Serializable isolation violation on table - unknown, transactions forming the cycle are: unknown (pid:{processId})",
                Hint = null,
            },
            "57014" when Message == "canceling statement due to user request" => this with
            {
                Message = $"Query ({processId}) cancelled on user's request",
            },
            _ => this,
        };

    public RedshiftErrorException ToException()
        => new(SqlState, Message, Detail, Hint);

    public void Write(MessageWriter writer, byte type)
    {
        writer.Begin(type);
        Field((byte)'S', Severity);
        Field((byte)'C', SqlState);
        Field((byte)'M', Message);
        Field((byte)'D', Detail);
        Field((byte)'H', Hint);
        Field((byte)'P', Position?.ToString(CultureInfo.InvariantCulture));
        writer.Byte(0);
        writer.End();

        void Field(byte field, string? value)
        {
            if (value is not null)
            {
                writer.Byte(field);
                writer.Text(value);
            }
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder().Append(Severity).Append(": ").Append(SqlState).Append(": ").Append(Message);
        if (Detail is not null)
        {
            text.Append(" (").Append(Detail).Append(')');
        }

        return text.ToString();
    }
}
