using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Design;

[assembly: InternalsVisibleTo("EFCore.Redshift.FunctionalTests")]
[assembly: DesignTimeProviderServices("EFCore.Redshift.Design.RedshiftDesignTimeServices")]
