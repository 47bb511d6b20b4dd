using EFCore.Redshift.Emulator;

namespace EFCore.Redshift.FunctionalTests.TestUtilities;

/// <summary>An emulator that one class of tests has to itself, to count what is sent to it or to have it fail.</summary>
public sealed class OwnEmulatorFixture : IAsyncLifetime
{
    private RedshiftEmulator? _emulator;

    public RedshiftEmulator Emulator
        => _emulator!;

    public async Task InitializeAsync()
        => _emulator = await RedshiftEmulator.StartAsync();

    public async Task DisposeAsync()
        => await Emulator.DisposeAsync();
}
