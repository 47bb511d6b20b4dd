namespace EFCore.Redshift.Emulator.Binding;

/// <summary>What sort of function a <see cref="KnownFunction" /> is.</summary>
internal enum FunctionKind
{
    /// <summary>One value per call.</summary>
    Scalar,

    /// <summary>One value per group of rows, and usable over a window.</summary>
    Aggregate,

    /// <summary>Only over a window, with a frame when the window is ordered.</summary>
    FramedWindow,

    /// <summary>Only over a window, and without a frame: ranking functions, LAG and LEAD.</summary>
    Window,

    /// <summary>A function of the GEOMETRY, GEOGRAPHY, HLLSKETCH or machine-learning families, which the emulator does not have.</summary>
    NotEmulated
}
