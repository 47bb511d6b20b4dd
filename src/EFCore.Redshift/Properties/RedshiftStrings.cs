using System.Globalization;

namespace EFCore.Redshift.Properties;

/// <summary>Every message a user can see.</summary>
internal static class RedshiftStrings
{
    /// <summary>Redshift has no arrays.</summary>
    public const string CollectionAsOneParameter
        = "Redshift has no arrays, so a collection cannot be sent as one parameter. Remove "
        + "'TranslateParameterizedCollectionsToParameters' or 'UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)': "
        + "by default each value becomes a parameter of its own.";

    /// <summary>There is nothing to connect to.</summary>
    public const string NoConnectionString
        = "'UseRedshift' was given no connection string, connection or data source. A data source that the application has registered is not "
        + "taken, since it may lead to a PostgreSQL server: pass it to 'UseRedshift'.";

    /// <summary>The driver knows PostgreSQL's authentication requests only.</summary>
    public const string DigestAuthentication
        = "The server asked for Redshift's own digest authentication (request 13), which the Npgsql driver does not know. It is used for "
        + "users whose password is stored as a SHA-256 digest. Give the user an MD5 password (CREATE USER … PASSWORD 'md5…'), or connect "
        + "with temporary IAM credentials through 'UsePasswordProvider'.";

    /// <summary>The delimiter and the quote are ASCII characters.</summary>
    public const string InvalidDelimiter
        = "Redshift takes one ASCII character here, and no end of line.";

    /// <summary>Roles are listed with commas.</summary>
    public const string InvalidIamRole
        = "The name of a role holds no comma, blank or end of line. Pass chained roles one by one.";

    /// <summary>No text of Redshift's holds the character U+0000.</summary>
    public const string NulCharacter
        = "A text in the command holds the character U+0000, which Redshift does not take.";

    /// <summary>UNLOAD translates queries of this provider.</summary>
    public const string NotARedshiftQuery
        = "The query does not come from a context that uses Redshift, so it cannot be unloaded.";

    /// <summary>Redshift has no savepoints.</summary>
    public const string SavepointsNotSupported
        = "Redshift has no savepoints. Roll back the whole transaction instead.";

    /// <summary>The style names no column by itself.</summary>
    public const string DistributionStyleKeyWithoutProperty
        = "The distribution style Key needs a column. Call 'HasRedshiftDistributionKey' with the property instead.";

    /// <summary>A sort key is either chosen by Redshift or made of columns.</summary>
    public const string SortKeyColumnsAndKind
        = "A compound or interleaved sort key needs properties, and with the kind Auto Redshift chooses them: name none.";

    /// <summary>The collation of a database is given when it is created.</summary>
    public const string DatabaseCollation
        = "A migration cannot set the collation of a Redshift database. It is given when the database is created: "
        + "CREATE DATABASE … COLLATE CASE_SENSITIVE | CASE_INSENSITIVE.";

    /// <summary>The connection broke between COMMIT and its answer.</summary>
    public const string CommitUnknown
        = "The connection was lost while the transaction was committing, so it is not known whether it was committed. It is not retried, since "
        + "that could apply it twice: look for its rows first.";

    /// <summary>A model is not read from a warehouse.</summary>
    public const string ScaffoldingRefused
        = "The Redshift provider does not scaffold a model from a database: a warehouse holds thousands of tables without enforced keys, from "
        + "which no useful model follows. Write the entity types for the tables the application uses; their columns are listed by "
        + "'SELECT \"column\", type, \"notnull\" FROM pg_table_def WHERE schemaname = ... AND tablename = ...'.";

    /// <summary>Redshift has no indexes.</summary>
    public const string IndexIgnored
        = "The entity type '{entityType}' has an index on {{{properties}}}, and Redshift has no indexes. It is ignored. Consider a sort key: "
        + "'HasRedshiftSortKey'.";

    /// <summary>The default precision keeps two digits after the point.</summary>
    public const string DecimalWithoutPrecision
        = "The decimal property '{entityType}.{property}' has no precision, so it is stored as numeric(18,2) and rounded to two digits after "
        + "the point. Say what it needs with 'HasPrecision' or 'HasColumnType'.";

    /// <summary>There are no savepoints.</summary>
    public const string SaveChangesFailedInTransaction
        = "SaveChanges failed in a transaction that the application began. Redshift has no savepoints, so a part of the changes may have been "
        + "applied. Roll the transaction back.";

    /// <summary>What commits itself must not be repeated when its answer is lost.</summary>
    public const string RetryWithoutTransaction
        = "SaveChanges runs without a transaction ('AutoTransactionBehavior.Never'), and an execution strategy repeats what fails. A statement "
        + "whose answer is lost could be applied twice. Begin a transaction inside the execution strategy, or do not enable retries.";

    /// <summary>EnsureDeleted would drop a warehouse.</summary>
    public const string EnsureDeletedRefused
        = "The Redshift provider does not drop databases: 'EnsureDeleted' and 'DropDatabase' are refused. Drop the tables or the schema "
        + "that the application owns, for example with DROP SCHEMA … CASCADE.";

    /// <summary>EnsureCreated makes tables, never a database.</summary>
    public const string CreateDatabaseRefused
        = "The database does not exist, and the Redshift provider does not create databases. Create it with CREATE DATABASE and the "
        + "collation and isolation level it needs.";

    /// <summary>Idempotent scripts need a statement that Redshift lacks.</summary>
    public const string IdempotentScript
        = "Redshift cannot run a part of a script under a condition (it has no DO), so idempotent migration scripts are refused. Script the "
        + "range that is missing with 'dotnet ef migrations script FROM TO', or apply it with 'dotnet ef database update'.";

    /// <summary>A type that PostgreSQL has and Redshift lacks.</summary>
    public static string PostgresOnlyType(string entityType, string property, string storeType, string alternative)
        => $"The property '{entityType}.{property}' is mapped to the type '{storeType}', which Redshift does not have. {alternative}";

    /// <summary>SUPER is not mapped.</summary>
    public static string JsonMapping(string entityType)
        => $"The entity type '{entityType}' is mapped to JSON, and the provider does not map JSON to SUPER columns. Give it columns or a table of its "
            + "own, or convert the document to text with 'HasConversion'.";

    /// <summary>Redshift has no row versions.</summary>
    public static string RowVersion(string entityType, string property)
        => $"The property '{entityType}.{property}' is a row version, and Redshift has none. Make it a concurrency token that the application "
            + "sets, for example a 'Guid' with 'IsConcurrencyToken'.";

    /// <summary>Redshift has no arrays.</summary>
    public static string CollectionProperty(string entityType, string property, string type)
        => $"The property '{entityType}.{property}' of type '{type}' would need an array column, and Redshift has no arrays. Give the elements a "
            + "table of their own, or convert the property to text with 'HasConversion'.";

    /// <summary>Something was configured with a method of Npgsql's provider.</summary>
    public static string NpgsqlFeature(string target, string annotation)
        => $"'{target}' was configured with a method of the PostgreSQL provider ('{annotation}'), and Redshift does not have that feature. "
            + "Remove the call; the provider's own methods have 'Redshift' in their names.";

    /// <summary>Redshift folds names to lower case.</summary>
    public static string ColumnsDifferByCase(string table, string column, string otherColumn)
        => $"The columns '{column}' and '{otherColumn}' of the table '{table}' differ by case only, and Redshift folds names to lower case. "
            + "Rename one, or call 'CaseSensitiveIdentifiers()'.";

    /// <summary>Redshift folds names to lower case.</summary>
    public static string TablesDifferByCase(string table, string otherTable)
        => $"The tables '{table}' and '{otherTable}' differ by case only, and Redshift folds names to lower case. Rename one, or call "
            + "'CaseSensitiveIdentifiers()'.";

    /// <summary>Every table has these already.</summary>
    public static string SystemColumnName(string table, string column)
        => $"The column '{column}' of the table '{table}' has the name of a system column. Rename it with 'HasColumnName'.";

    /// <summary>A key names properties that are there and have columns.</summary>
    public static string TableKeyProperty(string key, string entityType, string property)
        => $"The {key} of '{entityType}' names '{property}', which is not a property of it that is mapped to a column of its table.";

    /// <summary>Some types cannot be sorted or distributed by.</summary>
    public static string TableKeyType(string key, string entityType, string property, string storeType)
        => $"The {key} of '{entityType}' names '{property}' of type '{storeType}', by which Redshift cannot distribute or sort.";

    /// <summary>A sort key has a limit.</summary>
    public static string SortKeyTooLong(string entityType, int count, int limit)
        => $"The sort key of '{entityType}' has {count} columns; Redshift allows {limit} in a key of this kind.";

    /// <summary>Entity types that share a table share its keys.</summary>
    public static string TableKeysDiffer(string key, string entityType, string otherEntityType)
        => $"'{entityType}' and '{otherEntityType}' share a table and say different things of its {key}. Say it on one of them.";

    /// <summary>An encoding is for certain types.</summary>
    public static string EncodingType(string entityType, string property, string encoding, string storeType)
        => $"The property '{entityType}.{property}' has the encoding {encoding}, which Redshift does not have for the type '{storeType}'.";

    /// <summary>A table without a distribution and a sort key is a mistake.</summary>
    public static string CreateTableRefused(string script)
        => "The Redshift provider does not create tables by itself: how a table is distributed and sorted decides how fast it is, and the "
            + "model does not have to say it. Edit the statements below and put them into 'migrationBuilder.Sql(...)' or run them "
            + "beforehand; or call 'HandOffCreateTable()' in the options of 'UseRedshift' and the provider runs them as the model "
            + "describes them (HasRedshiftDistribution, HasRedshiftDistributionKey, HasRedshiftSortKey, HasRedshiftEncoding).\n\n"
            + script;

    /// <summary>ALTER TABLE changes the length of a VARCHAR and an encoding, nothing else of a column.</summary>
    public static string AlterColumnRefused(string table, string column, string script)
        => $"Redshift cannot change the column '{column}' of the table '{table}' like this: of a column it changes a VARCHAR's length (to more, "
            + "and without a default) and the encoding only. Put these statements into 'migrationBuilder.Sql(...)', one each, and recreate the "
            + $"views that use the column; a distribution or sort key has to be moved first.\n\n{script}";

    /// <summary>There is no ALTER that interleaves.</summary>
    public static string AlterToInterleavedSortKey(string table)
        => $"Redshift cannot change the sort key of the table '{table}' to an interleaved one. Create the table anew, copy the rows with "
            + "INSERT … SELECT, drop the old table and rename the new one.";

    /// <summary>Redshift has no computed columns.</summary>
    public static string ComputedColumn(string table, string column)
        => $"The column '{column}' of the table '{table}' is computed, and Redshift has no computed columns. Compute it in the query, in a view, "
            + "or when the row is written.";

    /// <summary>ADD COLUMN is narrower than CREATE TABLE.</summary>
    public static string AddColumnWith(string table, string column, string what)
        => $"Redshift cannot add the column '{column}' to the table '{table}' with {what}. Create the table anew and copy its rows.";

    /// <summary>The rows that exist need a value.</summary>
    public static string AddColumnWithoutDefault(string table, string column)
        => $"The column '{column}' is added to the table '{table}' as NOT NULL without a default, which Redshift accepts only for an empty table "
            + "and cannot change later. Give it a default, or make it nullable.";

    /// <summary>Tables stay in their schema.</summary>
    public static string MoveTableToSchema(string table)
        => $"Redshift cannot move the table '{table}' to another schema. Create it there, copy the rows with INSERT … SELECT or ALTER TABLE "
            + "APPEND, and drop the old one.";

    /// <summary>Redshift has no sequences.</summary>
    public static string Sequence(string name)
        => $"The model or migration has the sequence '{name}', and Redshift has no sequences. Use identity columns "
            + "('UseRedshiftIdentityColumn'), or the provider's key table ('UseRedshiftSequence').";

    /// <summary>Redshift has no check constraints.</summary>
    public static string CheckConstraint(string? table, string? name)
        => $"The check constraint '{name}' is on the table '{table}', and Redshift has no check constraints. Remove it and check before writing.";

    /// <summary>The server would cut the name in silence.</summary>
    public static string IdentifierTooLong(string identifier)
        => $"The name '{identifier}' is longer than the 127 bytes of UTF-8 that Redshift keeps of a name. Shorten it.";

    /// <summary>A setting of the provider's own connections does not reach a connection that the application made.</summary>
    public static string SettingNeedsConnectionString(string setting)
        => $"'{setting}' applies to connections that the provider opens from a connection string, but the context was given a connection "
            + "or a data source. Pass a connection string to 'UseRedshift', or do it on the connection or the data source.";

    /// <summary>A keyword that the driver knows and Redshift cannot do.</summary>
    public static string ConnectionStringKeyword(string keyword)
        => keyword switch
        {
            "Max Auto Prepare" => "The connection string sets 'Max Auto Prepare'. Redshift drops prepared statements on ROLLBACK and on any "
                + "DDL on their tables; remove it.",
            "Multiplexing" => "The connection string sets 'Multiplexing'. It reads a backslash in a literal as an ordinary character, and on "
                + "Redshift it escapes; remove it.",
            _ => "The connection string names several hosts. The driver tells them apart by functions that Redshift lacks; name one host."
        };

    /// <summary>TIMESTAMPTZ holds an instant, which such a value is not.</summary>
    public static string UnspecifiedKindForTimestampTz(DateTime value)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"The DateTime {value:yyyy-MM-dd HH:mm:ss} of kind Unspecified cannot be written to a TIMESTAMPTZ column, which holds an instant. ")
            + "Use a value of kind Utc or Local, a DateTimeOffset, or a TIMESTAMP column.";

    /// <summary>CROSS APPLY and OUTER APPLY, which the query's rewrites left.</summary>
    public const string ApplyNotSupported
        = "The query needs a join whose right side reads columns of its left side (SQL's LATERAL, or APPLY), which Redshift does not have and "
        + "which could not be rewritten as an ordinary join. It comes from a nested collection or 'SelectMany' that filters by more than equal "
        + "keys and also uses 'Take', 'Skip', 'Distinct' or 'GroupBy'. Move the filter out of the nested query, join explicitly, or load the "
        + "collections in a query of their own ('AsSplitQuery', or a second query by key).";

    /// <summary>A correlated subquery that Redshift cannot plan and the query's rewrites left.</summary>
    public const string CorrelatedSubquery
        = "The query needs a subquery that reads the outer query in a way that Redshift cannot plan ('This type of correlated subquery pattern is "
        + "not supported'), and it could not be rewritten as a join. It comes from an inner query that uses 'Take', 'Skip', 'Single' or "
        + "'Distinct', stands under a 'GroupBy', or belongs to 'ExecuteUpdate' or 'ExecuteDelete'. Join the two queries explicitly, or run the "
        + "inner one first.";

    /// <summary>A correlated subquery in the condition of an outer join.</summary>
    public const string CorrelatedSubqueryInOuterJoin
        = "The query has a subquery in the condition of an outer join, which Redshift cannot plan. Filter the joined query before the join "
        + "('Where' on the inner source), or aggregate it before joining.";

    /// <summary>LIMIT and OFFSET take a number.</summary>
    public const string LimitNotConstant
        = "The query passes an expression over columns to 'Take', 'Skip' or 'ElementAt'. Redshift's LIMIT and OFFSET take a number only. Pass a "
        + "constant or a variable.";

    /// <summary>LIKE with ESCAPE wants its pattern as a constant.</summary>
    public const string EscapeWithoutConstantPattern
        = "'EF.Functions.Like' or 'ILike' was given an escape character and a pattern that is not a constant. Redshift cannot do that "
        + "('Function like_escape(text,text) not supported'). Leave the escape character out, or make the pattern a constant.";

    /// <summary>Tuples in SQL.</summary>
    public const string RowValue
        = "The query compares tuples, which would be row values in SQL, and Redshift has none. Compare the members one by one, with '&&' and '||'.";

    /// <summary>JSON columns are whole documents.</summary>
    public const string JsonNavigation
        = "The query looks inside a JSON column. Inside SUPER documents EFCore.Redshift cannot look yet: load the document and look into it on "
        + "the client, or use 'FromSql' with Redshift's path notation.";

    /// <summary>No functions in FROM.</summary>
    public const string TableValuedFunction
        = "The query calls a table-valued function, and Redshift has none in FROM. Use a view, or 'FromSql'.";

    /// <summary>A collection in one parameter would be an array.</summary>
    public const string CollectionParameterNotSupported
        = "A collection cannot be one parameter, since Redshift has no arrays. Do not wrap it in 'EF.Parameter': 'Contains' over it becomes an IN "
        + "list, a parameter a value.";

    /// <summary>An empty list joined as a table.</summary>
    public const string EmptyTableOfValues
        = "An empty inline collection cannot be queried as a table.";

    /// <summary>A list of a property's own.</summary>
    public static string PrimitiveCollectionNotSupported(string entityType, string property)
        => $"The property '{entityType}.{property}' is a collection of values, and Redshift has neither arrays nor 'unnest'. Map it as an entity "
            + "type of its own, or load it and filter on the client.";

    /// <summary>A collection inside a JSON document.</summary>
    public static string JsonCollectionNotSupported(string type)
        => $"'{type}' is a collection inside a JSON document. EFCore.Redshift cannot query inside documents yet: map it as a table of its own, or "
            + "load the document and filter on the client.";

    /// <summary>PostgreSQL's own syntax, from a translation that is not ours.</summary>
    public static string PostgresConstruct(string construct)
        => $"The query was translated to '{construct}', which is PostgreSQL's and not Redshift's. Write the condition with operators and methods "
            + "that docs/functions.md lists, or evaluate it on the client after 'AsEnumerable'.";

    /// <summary>INTERSECT ALL, EXCEPT ALL.</summary>
    public static string SetOperationAll(string operation)
        => $"Redshift has no {operation} ALL. Use the form that removes duplicates.";

    /// <summary>A local list joined as a table.</summary>
    public static string TableOfValuesTooLong(int rows, int maximum)
        => $"The query joins a local collection of {rows} elements as a table. Redshift has no VALUES there, and more than {maximum} rows as "
            + "UNION ALL exhaust its parser and planner. Use 'Contains', which becomes an IN list, or load the elements into a temporary table.";

    /// <summary>UPDATE … FROM must join its target by equality.</summary>
    public static string UpdateWithoutEquijoin(string table)
        => $"'ExecuteUpdate' over the table '{table}' reads other tables without equating a column of theirs with one of its own, and Redshift "
            + "refuses that ('Target table must be part of an equijoin predicate'). Join the tables by a key.";

    /// <summary>DELETE has no alias for its target.</summary>
    public static string DeleteTargetNameIsAlias(string table)
        => $"'ExecuteDelete' over the table '{table}' reads another table under the same alias, and Redshift's DELETE gives its target no alias "
            + "of its own. Delete by a 'Contains' over keys instead.";

    /// <summary>Redshift's procedures return no rows that EF could read generated values from.</summary>
    public static string StoredProcedureMapping(string procedure)
        => $"The stored procedure '{procedure}' is mapped to an insert, update or delete, which is not supported on Redshift. Remove the "
            + "mapping, and call the procedure with 'ExecuteSql'.";

    /// <summary>Redshift has no sequences.</summary>
    public static string SequencesNotSupported(string sequence)
        => $"The model uses the sequence '{sequence}', and Redshift has no sequences. Use identity columns, or GUID keys, which EF generates.";

    /// <summary>An identity column is INT or BIGINT.</summary>
    public static string IdentityBadType(string entityType, string property, string clrType)
        => $"The property '{entityType}.{property}' of type '{clrType}' cannot be an identity column: Redshift allows INT and BIGINT. Make it "
            + "an 'int' or a 'long'.";

    /// <summary>A column is generated in one way.</summary>
    public static string IdentityWithDefault(string entityType, string property)
        => $"The property '{entityType}.{property}' is an identity column and also has a default value or is computed. Keep one of them.";

    /// <summary>What was generated can only be found in the transaction that inserted it.</summary>
    public static string ReadBackWithoutTransaction(string table)
        => $"Rows were added to '{table}' whose keys or defaults the database generates. They can only be read back in the transaction that "
            + "inserts them, and 'AutoTransactionBehavior.Never' forbids one. Begin a transaction, or let EF generate the keys.";

    /// <summary>A column made as IDENTITY takes no values.</summary>
    public static string ExplicitIdentityValue(string table, string column)
        => $"The column '{table}.{column}' was made as IDENTITY and takes no values, but some of the added entities had one. Leave it unset, "
            + "or make the column GENERATED BY DEFAULT AS IDENTITY.";

    /// <summary>An INSERT of rows changed another number of them.</summary>
    public static string InsertedRowCount(string table, int expected, int actual)
        => $"{expected} rows were to be inserted into '{table}', and the server reported {actual}.";

    /// <summary>Rows were inserted, and are not found by the key they were inserted with.</summary>
    public static string RowNotFound(string table, string columns)
        => $"A row of '{table}' that was just saved is not found by its {columns}. What the database generated for it is unknown. Does the type "
            + $"of {columns} in the model agree with the table's?{RollBack}";

    /// <summary>Redshift enforces no key.</summary>
    public static string KeyNotUnique(string table, string columns)
        => $"Several rows of '{table}' have the same {columns}, so the one that was just saved is not known. Redshift does not enforce keys. "
            + $"Remove the duplicates.{RollBack}";

    /// <summary>The rows that appeared are not as many as those that were inserted.</summary>
    public static string GeneratedKeysNotFound(string table, int expected, int actual)
        => $"{expected} rows were inserted into '{table}', and {actual} rows with their values appeared, so the generated keys are not known. "
            + $"Do the columns' types in the model agree with the table's? {OtherStrategies}{RollBack}";

    /// <summary>The rows that appeared cannot be told apart.</summary>
    public static string GeneratedKeysAmbiguous(string table)
        => $"The rows that were inserted into '{table}' cannot be told apart by their values, so the generated keys are not known. "
            + $"{OtherStrategies}{RollBack}";

    /// <summary>The key's type cannot be compared.</summary>
    public static string KeyNotComparable(string table, string columns)
        => $"What the database generated for rows of '{table}' cannot be read back, because its key ({columns}) cannot be compared. Use a key "
            + "of another type.";

    /// <summary>The column was left out of the INSERT, and is NULL.</summary>
    public static string NoValueGenerated(string table, string column)
        => $"The database generated no value for '{table}.{column}': it is neither an identity column nor has it a default. Set the value "
            + $"before saving, and configure the property with 'ValueGeneratedNever()'.{RollBack}";

    /// <summary>A change found no row, or several.</summary>
    public static string RowCountMismatch(string table, int rows)
        => rows == 0
            ? $"A row of '{table}' that was to be changed is not there any more, or its concurrency token has another value. "
                + "See https://go.microsoft.com/fwlink/?LinkId=527962 on handling optimistic concurrency."
            : $"A change of one row of '{table}' changed {rows}: they have the same key. Redshift does not enforce keys. Remove the "
                + $"duplicates.{RollBack}";

    /// <summary>Some of many changes found no row, or several.</summary>
    public static string RowCountMismatches(string table, int rows, int missing, int duplicate)
        => $"Of {rows} rows of '{table}' that were to be changed, {missing} are not there any more or their concurrency token has another value, "
            + $"and {duplicate} have a key that other rows have too, which Redshift does not prevent. None was changed. "
            + "See https://go.microsoft.com/fwlink/?LinkId=527962 on handling optimistic concurrency.";

    /// <summary>One statement for many rows changed another number of them than were counted before.</summary>
    public static string ChangedRowCount(string table, int expected, int actual)
        => $"{expected} rows of '{table}' were to be changed, and the server reported {actual}.{RollBack}";

    /// <summary>A text has more bytes than its column.</summary>
    public static string TextTooLong(string entityType, string property, string storeType, int bytes, int limit)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"The value of '{entityType}.{property}' takes {bytes} bytes of UTF-8, and its column of type '{storeType}' holds {limit}. ")
            + "Nothing was saved. Shorten the value, or give the property a greater 'HasMaxLength' and widen the column.";

    /// <summary>Bytes are more than their column takes, or than can be sent.</summary>
    public static string BytesTooLong(string entityType, string property, string storeType, int bytes, int limit)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"The value of '{entityType}.{property}' has {bytes} bytes, and {limit} can be stored in its column of type '{storeType}'. Nothing was ")
            + "saved. Values of VARBYTE travel as hexadecimal digits in a VARCHAR, so that none can be longer than 32767 bytes.";

    /// <summary>CHAR holds single-byte characters only.</summary>
    public static string TextNotAscii(string entityType, string property, string storeType)
        => $"The value of '{entityType}.{property}' has characters outside ASCII, which a column of type '{storeType}' does not take. Nothing was "
            + "saved. Remove them, or make the column a varchar, without 'IsFixedLength'.";

    /// <summary>COPY and UNLOAD need a role or a key.</summary>
    public static string NoAuthorization(string statement)
        => $"The {statement} says by no role or key how the server may reach the files. Call 'WithIamRole', 'WithDefaultIamRole' or "
            + "'WithAuthorization'.";

    /// <summary>Two options of COPY or UNLOAD exclude each other.</summary>
    public static string ConflictingOptions(string option, string other)
        => $"{option} cannot be combined with {other}. Leave one of them out.";

    /// <summary>COPY and UNLOAD know locations by their scheme.</summary>
    public static string InvalidLocation(string? location)
        => $"'{location}' is no location that Redshift can reach. It begins with 's3://'; COPY also reads from 'emr://' and 'dynamodb://'.";

    /// <summary>A table's name cannot be read.</summary>
    public static string InvalidTableName(string name)
        => $"'{name}' is no table's name. Write it as 'table', 'schema.table' or 'database.schema.table'; a name that holds a dot or a quote "
            + "goes into double quotes, with its own quotes doubled.";

    /// <summary>COPY loads tables.</summary>
    public static string EntityTypeWithoutTable(string entityType)
        => $"The entity type '{entityType}' is not mapped to a table of this context, so nothing can be loaded into it.";

    /// <summary>A COPY failed on lines of its files.</summary>
    public static string LoadFailed(string message, IReadOnlyList<Bulk.RedshiftLoadError> errors, string query)
        => errors is [var first, ..]
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{message} File '{first.FileName}', line {first.LineNumber}, column '{first.ColumnName}' of type {first.ColumnType}: {first.Reason}")
            : $"{message} This query shows why: {query}";

    /// <summary>UNLOAD writes what the server computes.</summary>
    public static string UnloadProjection(string expression)
        => $"The query's result cannot be unloaded, because a part of it is not a column: {expression}. Project the values to be unloaded, "
            + "one by one; without Include, collections, or methods that run on the client.";

    /// <summary>An UNLOAD takes no parameters.</summary>
    public static string UnloadParameters(string parameter)
        => $"The query has a parameter '{parameter}' whose value cannot be written as a constant, and an UNLOAD takes no parameters.";

    /// <summary>A sequence that the model does not have.</summary>
    public static string UnknownSequence(string sequence)
        => $"The model has no sequence '{sequence}'. Declare it with 'HasRedshiftSequence' or 'UseRedshiftSequence'.";

    /// <summary>The key table is not there, or lacks the sequence.</summary>
    public static string SequenceNotCreated(string sequence)
        => $"The key table has no sequence '{sequence}'. Call 'Database.CreateRedshiftSequencesAsync()' once, or run the statements of "
            + "'Database.GenerateRedshiftSequencesScript()'.";

    /// <summary>A sequence has no more values.</summary>
    public static string SequenceExhausted(string sequence)
        => $"The sequence '{sequence}' has no block of values left: it has reached the end of BIGINT.";

    /// <summary>A sequence's value does not fit into the property.</summary>
    public static string SequenceOverflow(string sequence, long value, string clrType)
        => string.Create(CultureInfo.InvariantCulture, $"The value {value} of the sequence '{sequence}' does not fit into '{clrType}'.");

    /// <summary>Sequences are of integers.</summary>
    public static string SequenceBadType(string entityType, string property)
        => $"The property '{entityType}.{property}' cannot take its values from a sequence. Make it a 'short', an 'int', a 'long' or a 'decimal'.";

    private const string OtherStrategies
        = "Declare an alternate key that tells the rows apart, or let EF generate the keys: from a sequence ('UseRedshiftSequence') or as a Guid.";

    private const string RollBack
        = " If the transaction is your own, roll it back.";
}
