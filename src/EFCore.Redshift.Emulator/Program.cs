using System.Globalization;
using System.Runtime.InteropServices;
using EFCore.Redshift.Emulator;

var options = new RedshiftEmulatorOptions { Port = 5439 };
for (var i = 0; i < args.Length; i += 2)
{
    switch (args[i], i + 1 < args.Length ? args[i + 1] : null)
    {
        case ("--port", { } value) when ushort.TryParse(value, CultureInfo.InvariantCulture, out var port):
            options.Port = port;
            break;
        case ("--s3-root", { } value):
            options.S3Root = value;
            break;
        default:
            Console.Error.WriteLine("usage: [--port NUMBER] [--s3-root FOLDER]");
            return 2;
    }
}

var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

await using var server = await RedshiftEmulator.StartAsync(options);
Console.WriteLine($"ready: {server.ConnectionString}");
await asked.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    asked.TrySetResult();
}
