namespace EFCore.Redshift.Emulator.Objects;

/// <summary>What stands in for Amazon S3.</summary>
internal interface IObjectStore
{
    /// <summary>Lists the objects whose keys begin with the given one, in the order of their keys' UTF-8 bytes, as S3 does.</summary>
    Task<IReadOnlyList<StoredObject>> ListAsync(ObjectLocation prefix, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading; an object that does not exist is an error as S3 gives it.</summary>
    Task<Stream> OpenReadAsync(ObjectLocation location, CancellationToken cancellationToken);

    /// <summary>Whether there is an object of exactly this key.</summary>
    Task<bool> ExistsAsync(ObjectLocation location, CancellationToken cancellationToken);

    /// <summary>Begins an object, which appears, whole, in place of any earlier one when its upload is completed.</summary>
    Task<IObjectUpload> CreateAsync(ObjectLocation location, CancellationToken cancellationToken);

    /// <summary>Deletes an object; one that does not exist is no error.</summary>
    Task DeleteAsync(ObjectLocation location, CancellationToken cancellationToken);
}
