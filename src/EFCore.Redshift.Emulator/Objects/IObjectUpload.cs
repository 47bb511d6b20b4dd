namespace EFCore.Redshift.Emulator.Objects;

/// <summary>An object that is being written. Disposed before it is completed, it leaves nothing behind.</summary>
internal interface IObjectUpload : IAsyncDisposable
{
    /// <summary>Takes the object's bytes.</summary>
    Stream Content { get; }

    /// <summary>Ends the object and makes it visible.</summary>
    Task CompleteAsync(CancellationToken cancellationToken);
}
