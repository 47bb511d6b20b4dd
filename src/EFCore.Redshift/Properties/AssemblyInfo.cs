using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("EFCore.Redshift.FunctionalTests")]
