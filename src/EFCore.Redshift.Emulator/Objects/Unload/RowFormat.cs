using System.Text;

namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>A format of the files that UNLOAD writes.</summary>
internal abstract class RowFormat
{
    /// <summary>Whether a file is written where there is no row.</summary>
    public virtual bool WritesEmptyFile
        => true;

    /// <summary>Appends the line of the columns' names.</summary>
    public virtual void AppendHeader(StringBuilder line, IReadOnlyList<UnloadColumn> columns)
    {
    }

    /// <summary>Appends a row and its ending.</summary>
    public abstract void AppendRow(StringBuilder line, IReadOnlyList<UnloadColumn> columns, ReadOnlySpan<string?> values);
}
