namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Why a line or a value cannot be loaded.</summary>
/// <param name="Code">One of <see cref="LoadErrorCode" />.</param>
/// <param name="Reason">The text of <c>stl_load_errors.err_reason</c>.</param>
/// <param name="Position">Where in the field it is, counted from 0.</param>
internal sealed record LoadFault(int Code, string Reason, int Position = 0);
