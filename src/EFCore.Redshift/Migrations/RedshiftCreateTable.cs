using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace EFCore.Redshift.Migrations;

/// <summary>A table that a migration or <c>EnsureCreated</c> wants to create, handed to the application.</summary>
public sealed class RedshiftCreateTable
{
    internal RedshiftCreateTable(CreateTableOperation operation, IModel? model, IReadOnlyList<string> commands)
    {
        Operation = operation;
        Model = model;
        Commands = commands;
    }

    /// <summary>What the migration says of the table.</summary>
    public CreateTableOperation Operation { get; }

    /// <summary>The model the migration leads to, or null where there is none.</summary>
    public IModel? Model { get; }

    /// <summary>The statements the provider would run: CREATE TABLE, then the informational keys and the comments.</summary>
    public IReadOnlyList<string> Commands { get; }
}
