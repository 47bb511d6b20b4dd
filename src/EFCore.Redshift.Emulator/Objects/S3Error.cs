using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>What Redshift passes on of S3's own errors.</summary>
/// <remarks>https://docs.aws.amazon.com/redshift/latest/dg/s3serviceexception-error.html</remarks>
internal static class S3Error
{
    public static RedshiftErrorException InvalidBucketName(string bucket)
        => Create("The specified bucket is not valid.", 400, "InvalidBucketName", $"Bucket: {bucket}");

    public static RedshiftErrorException KeyTooLong()
        => Create("Your key is too long", 400, "KeyTooLongError", "");

    public static RedshiftErrorException NoSuchKey(ObjectLocation location)
        => Create("The specified key does not exist.", 404, "NoSuchKey", $"S3 key being read : {location}");

    public static RedshiftErrorException NoSuchBucket(ObjectLocation location)
        => Create("The specified bucket does not exist", 404, "NoSuchBucket", $"Listing bucket={location.Bucket} prefix={location.Key}");

    public static RedshiftErrorException NoSuchPrefix(ObjectLocation prefix)
        => EngineError.Create($"The specified S3 prefix '{prefix.Key}' does not exist", 8001, "");

    /// <summary>A folder cannot hold a file and a folder of the same name; S3 can hold an object "a" beside "a/b".</summary>
    public static RedshiftErrorException CannotBeStored(ObjectLocation location, string reason)
        => EngineError.Create($"The emulator's folder cannot hold the object {location}: {reason}", 8001, "");

    private static RedshiftErrorException Create(string message, int status, string code, string context)
        => EngineError.Create($"S3ServiceException:{message},Status {status},Error {code}", 8001, context);
}
