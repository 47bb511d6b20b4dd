using EFCore.Redshift.Bulk;
using Microsoft.EntityFrameworkCore;
using QuickStart;

try
{
    await MainJob.RunAsync(Arguments.Parse(args));
    Console.WriteLine("quickstart: ok");
    return 0;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}
catch (Exception e) when (e is InvalidOperationException or NotSupportedException or System.Data.Common.DbException or RedshiftLoadException or DbUpdateException)
{
    Console.Error.WriteLine($"quickstart: failed: {e.GetBaseException().Message}");
    return 1;
}
