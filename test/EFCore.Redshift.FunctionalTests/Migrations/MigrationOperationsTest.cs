using EFCore.Redshift.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace EFCore.Redshift.FunctionalTests.Migrations;

/// <summary>The verdict on each migration operation: the statements it becomes, or the refusal.</summary>
public sealed class MigrationOperationsTest
{
    [Fact]
    public void AddColumn()
        => AssertSql(
            [
                new AddColumnOperation { Table = "T", Schema = "S", Name = "A", ClrType = typeof(string), MaxLength = 20, IsNullable = true },
                new AddColumnOperation { Table = "T", Name = "B", ClrType = typeof(int), DefaultValue = 7, Comment = "it's" },
                new AddColumnOperation { Table = "T", Name = "C", ClrType = typeof(DateTime), DefaultValueSql = "GETDATE()" }
            ],
            "ALTER TABLE \"s\".\"t\" ADD COLUMN \"a\" varchar(60) NULL;",
            "ALTER TABLE \"t\" ADD COLUMN \"b\" integer DEFAULT 7 NOT NULL;",
            "COMMENT ON COLUMN \"t\".\"b\" IS 'it''s';",
            "ALTER TABLE \"t\" ADD COLUMN \"c\" timestamp DEFAULT (GETDATE()) NOT NULL;");

    [Fact]
    public void AddColumn_without_a_default_for_the_rows_that_exist()
        => AssertRefused(
            new AddColumnOperation { Table = "T", Name = "A", ClrType = typeof(int) },
            "as NOT NULL without a default");

    [Fact]
    public void AddColumn_with_an_identity()
        => AssertRefused(
            With(
                new AddColumnOperation { Table = "T", Name = "A", ClrType = typeof(int), DefaultValue = 0 },
                RedshiftAnnotationNames.ValueGenerationStrategy, RedshiftValueGenerationStrategy.IdentityColumn),
            "cannot add the column 'A' to the table 'T' with an identity");

    [Fact]
    public void AddColumn_computed()
        => AssertRefused(new AddColumnOperation { Table = "T", Name = "A", ClrType = typeof(int), ComputedColumnSql = "b + c" }, "no computed columns");

    [Fact]
    public void AlterColumn_to_a_longer_varchar_outside_the_transaction()
    {
        var command = Assert.Single(Generate(Alter("varchar(30)", "varchar(60)")));

        Assert.Equal("ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE varchar(60);", command.CommandText.Trim());
        Assert.True(command.TransactionSuppressed);
    }

    [Fact]
    public void AlterColumn_to_another_encoding()
        => AssertSql(
            [With(Alter("bigint", "bigint"), RedshiftAnnotationNames.Encoding, RedshiftEncoding.Zstd)],
            "ALTER TABLE \"t\" ALTER COLUMN \"a\" ENCODE ZSTD;");

    [Fact]
    public void AlterColumn_that_changes_the_comment_only()
    {
        var operation = Alter("bigint", "bigint");
        operation.OldColumn.Comment = "old";

        AssertSql([operation], "COMMENT ON COLUMN \"t\".\"a\" IS NULL;");
    }

    [Theory]
    [InlineData("varchar(60)", "varchar(30)")]
    [InlineData("integer", "bigint")]
    public void AlterColumn_to_another_type(string oldType, string newType)
        => AssertRefused(
            Alter(oldType, newType),
            $"""
            ALTER TABLE "t" ADD COLUMN "a_new" {newType} NULL;
            UPDATE "t" SET "a_new" = "a";
            ALTER TABLE "t" DROP COLUMN "a";
            ALTER TABLE "t" RENAME COLUMN "a_new" TO "a";
            """);

    [Fact]
    public void AlterColumn_that_changes_nullability_default_or_identity()
    {
        var nullable = Alter("integer", "integer");
        nullable.OldColumn.IsNullable = false;
        AssertRefused(nullable, "Redshift cannot change the column 'A' of the table 'T' like this");

        var withDefault = Alter("integer", "integer");
        withDefault.DefaultValue = 4;
        AssertRefused(withDefault, "Redshift cannot change the column 'A'");

        AssertRefused(
            With(
                Alter("integer", "integer"),
                RedshiftAnnotationNames.ValueGenerationStrategy, RedshiftValueGenerationStrategy.IdentityColumn),
            "Redshift cannot change the column 'A'");

        var grownWithDefault = Alter("varchar(30)", "varchar(60)");
        grownWithDefault.DefaultValue = grownWithDefault.OldColumn.DefaultValue = "x";
        AssertRefused(grownWithDefault, "Redshift cannot change the column 'A'");
    }

    [Fact]
    public void AlterTable_changes_the_keys_one_a_statement()
    {
        var operation = new AlterTableOperation { Name = "T", Comment = "new" };
        operation.AddAnnotation(RedshiftAnnotationNames.DistributionStyle, RedshiftDistributionStyle.Key);
        operation.AddAnnotation(RedshiftAnnotationNames.DistributionKey, "A");
        operation.AddAnnotation(RedshiftAnnotationNames.SortKeyKind, RedshiftSortKeyKind.Compound);
        operation.AddAnnotation(RedshiftAnnotationNames.SortKey, new[] { "A", "B" });

        AssertSql(
            [operation],
            "ALTER TABLE \"t\" ALTER COMPOUND SORTKEY (\"a\", \"b\");",
            "ALTER TABLE \"t\" ALTER DISTSTYLE KEY DISTKEY \"a\";",
            "COMMENT ON TABLE \"t\" IS 'new';");
    }

    [Fact]
    public void AlterTable_back_to_what_Redshift_chooses()
    {
        var operation = new AlterTableOperation { Name = "T" };
        operation.OldTable.AddAnnotation(RedshiftAnnotationNames.DistributionStyle, RedshiftDistributionStyle.All);
        operation.OldTable.AddAnnotation(RedshiftAnnotationNames.SortKeyKind, RedshiftSortKeyKind.Compound);
        operation.OldTable.AddAnnotation(RedshiftAnnotationNames.SortKey, new[] { "A" });

        AssertSql([operation], "ALTER TABLE \"t\" ALTER SORTKEY AUTO;", "ALTER TABLE \"t\" ALTER DISTSTYLE AUTO;");
        Assert.All(Generate(operation), c => Assert.True(c.TransactionSuppressed));
    }

    [Fact]
    public void AlterTable_to_an_interleaved_sort_key()
    {
        var operation = new AlterTableOperation { Name = "T" };
        operation.AddAnnotation(RedshiftAnnotationNames.SortKeyKind, RedshiftSortKeyKind.Interleaved);
        operation.AddAnnotation(RedshiftAnnotationNames.SortKey, new[] { "A" });

        AssertRefused(operation, "cannot change the sort key of the table 'T' to an interleaved one");
    }

    [Fact]
    public void Drops_and_renames()
        => AssertSql(
            [
                new DropColumnOperation { Table = "T", Name = "A" },
                new RenameColumnOperation { Table = "T", Name = "A", NewName = "B" },
                new RenameTableOperation { Name = "T", Schema = "S", NewName = "U", NewSchema = "S" },
                new DropTableOperation { Name = "T", Schema = "S" },
                new DropPrimaryKeyOperation { Table = "T", Name = "PK_T" },
                new DropForeignKeyOperation { Table = "T", Name = "FK_T" },
                new DropUniqueConstraintOperation { Table = "T", Name = "AK_T" },
                new DropSchemaOperation { Name = "S" }
            ],
            "ALTER TABLE \"t\" DROP COLUMN \"a\";",
            "ALTER TABLE \"t\" RENAME COLUMN \"a\" TO \"b\";",
            "ALTER TABLE \"s\".\"t\" RENAME TO \"u\";",
            "DROP TABLE \"s\".\"t\";",
            "ALTER TABLE \"t\" DROP CONSTRAINT \"pk_t\";",
            "ALTER TABLE \"t\" DROP CONSTRAINT \"fk_t\";",
            "ALTER TABLE \"t\" DROP CONSTRAINT \"ak_t\";",
            "DROP SCHEMA \"s\";");

    [Fact]
    public void RenameTable_to_another_schema()
        => AssertRefused(
            new RenameTableOperation { Name = "T", Schema = "S", NewName = "T", NewSchema = "R" },
            "cannot move the table 'T' to another schema");

    [Fact]
    public void Keys_are_added_by_name_and_without_actions()
        => AssertSql(
            [
                new AddPrimaryKeyOperation { Table = "T", Name = "PK_T", Columns = ["A", "B"] },
                new AddUniqueConstraintOperation { Table = "T", Name = "AK_T", Columns = ["C"] },
                new AddForeignKeyOperation
                {
                    Table = "T", Name = "FK_T", Columns = ["D"], PrincipalTable = "U", PrincipalColumns = ["Id"], OnDelete = ReferentialAction.Cascade
                }
            ],
            "ALTER TABLE \"t\" ADD CONSTRAINT \"pk_t\" PRIMARY KEY (\"a\", \"b\");",
            "ALTER TABLE \"t\" ADD CONSTRAINT \"ak_t\" UNIQUE (\"c\");",
            "ALTER TABLE \"t\" ADD CONSTRAINT \"fk_t\" FOREIGN KEY (\"d\") REFERENCES \"u\" (\"id\");");

    [Fact]
    public void Schemas_are_made_if_they_are_not_there_and_public_always_is()
        => AssertSql(
            [new EnsureSchemaOperation { Name = "S" }, new EnsureSchemaOperation { Name = "public" }],
            "CREATE SCHEMA IF NOT EXISTS \"s\";");

    [Fact]
    public void Data_is_inserted_in_one_statement_and_changed_row_by_row()
        => AssertSql(
            [
                new InsertDataOperation
                {
                    Table = "T", Columns = ["Id", "Name"], ColumnTypes = ["integer", "varchar(20)"],
                    Values = new object?[,] { { 1, "a" }, { 2, @"it's \ b" }, { 3, null } }
                },
                new UpdateDataOperation
                {
                    Table = "T", KeyColumns = ["Id"], KeyColumnTypes = ["integer"], KeyValues = new object[,] { { 1 }, { 2 } },
                    Columns = ["Name"], ColumnTypes = ["varchar(20)"], Values = new object?[,] { { "x" }, { null } }
                },
                new DeleteDataOperation { Table = "T", KeyColumns = ["Id"], KeyColumnTypes = ["integer"], KeyValues = new object[,] { { 3 } } }
            ],
            """
            INSERT INTO "t" ("id", "name")
            VALUES (1, 'a'),
            (2, 'it''s \\ b'),
            (3, NULL);
            """,
            """
            UPDATE "t" SET "name" = 'x'
            WHERE "id" = 1;
            """,
            """
            UPDATE "t" SET "name" = NULL
            WHERE "id" = 2;
            """,
            """
            DELETE FROM "t"
            WHERE "id" = 3;
            """);

    [Fact]
    public void Indexes_are_ignored()
        => AssertSql(
        [
            new CreateIndexOperation { Table = "T", Name = "IX", Columns = ["A"] },
            new RenameIndexOperation { Table = "T", Name = "IX", NewName = "IY" },
            new DropIndexOperation { Table = "T", Name = "IY" }
        ]);

    [Fact]
    public void Sequences()
        => Assert.All(
            new MigrationOperation[]
            {
                new CreateSequenceOperation { Name = "Q", ClrType = typeof(long) }, new AlterSequenceOperation { Name = "Q" },
                new RenameSequenceOperation { Name = "Q" }, new RestartSequenceOperation { Name = "Q" }, new DropSequenceOperation { Name = "Q" }
            },
            o => AssertRefused(o, "'Q', and Redshift has no sequences"));

    [Fact]
    public void Check_constraints()
    {
        AssertRefused(new AddCheckConstraintOperation { Table = "T", Name = "C", Sql = "a > 0" }, "has no check constraints");
        AssertRefused(new DropCheckConstraintOperation { Table = "T", Name = "C" }, "has no check constraints");
    }

    [Fact]
    public void The_collation_of_the_database()
        => AssertRefused(new AlterDatabaseOperation { Collation = "case_insensitive" }, "cannot set the collation");

    [Fact]
    public void Sql_is_run_as_it_is()
    {
        var command = Assert.Single(Generate(new SqlOperation { Sql = "VACUUM t", SuppressTransaction = true }));

        Assert.Equal("VACUUM t", command.CommandText.Trim());
        Assert.True(command.TransactionSuppressed);
    }

    [Fact]
    public void Each_operation_that_EF_has_was_given_a_verdict()
    {
        // Where EF has added an operation, it needs one here and in the generator.
        var known = new[]
        {
            "AddCheckConstraintOperation", "AddColumnOperation", "AddForeignKeyOperation", "AddPrimaryKeyOperation", "AddUniqueConstraintOperation",
            "AlterColumnOperation", "AlterDatabaseOperation", "AlterSequenceOperation", "AlterTableOperation", "CreateIndexOperation",
            "CreateSequenceOperation", "CreateTableOperation", "DeleteDataOperation", "DropCheckConstraintOperation", "DropColumnOperation",
            "DropForeignKeyOperation", "DropIndexOperation", "DropPrimaryKeyOperation", "DropSchemaOperation", "DropSequenceOperation",
            "DropTableOperation", "DropUniqueConstraintOperation", "EnsureSchemaOperation", "InsertDataOperation", "RenameColumnOperation",
            "RenameIndexOperation", "RenameSequenceOperation", "RenameTableOperation", "RestartSequenceOperation", "SqlOperation", "UpdateDataOperation"
        };

        Assert.Equal(
            known,
            typeof(MigrationOperation).Assembly.GetExportedTypes()
                .Where(t => t.IsSubclassOf(typeof(MigrationOperation)) && !t.IsAbstract)
                .Select(t => t.Name)
                .Except(["SequenceOperation"])
                .Order(StringComparer.Ordinal));
    }

    private static AlterColumnOperation Alter(string oldType, string newType)
        => new()
        {
            Table = "T",
            Name = "A",
            ClrType = typeof(string),
            ColumnType = newType,
            IsNullable = true,
            OldColumn = new AddColumnOperation { Table = "T", Name = "A", ClrType = typeof(string), ColumnType = oldType, IsNullable = true }
        };

    private static TOperation With<TOperation>(TOperation operation, string annotation, object value)
        where TOperation : MigrationOperation
    {
        operation.AddAnnotation(annotation, value);

        return operation;
    }

    private static void AssertSql(MigrationOperation[] operations, params string[] expected)
        => Assert.Equal(
            expected.Select(e => e.ReplaceLineEndings("\n")),
            Generate(operations).Select(c => c.CommandText.Trim().ReplaceLineEndings("\n")));

    private static void AssertRefused(MigrationOperation operation, string message)
    {
        var exception = Assert.Throws<NotSupportedException>(() => Generate(operation));

        Assert.Contains(message.ReplaceLineEndings("\n"), exception.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<MigrationCommand> Generate(params MigrationOperation[] operations)
    {
        using var context = new DbContext(new DbContextOptionsBuilder().UseRedshift("Host=localhost").Options);

        return context.GetService<IMigrationsSqlGenerator>().Generate(operations, context.GetService<IDesignTimeModel>().Model);
    }
}
