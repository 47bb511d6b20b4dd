namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Ends a load in which as many records were bad as MAXERROR says, or that cannot go on.</summary>
internal sealed class LoadFailedException : Exception;
