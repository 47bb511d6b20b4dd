using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects;

/// <summary>An object's place, or the beginning of the places of many: a bucket and a key.</summary>
internal readonly record struct ObjectLocation(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
    private const int MaximumKeyLength = 1024;

    public static ObjectLocation Parse(string url)
    {
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new RedshiftErrorException("XX000", $"Invalid S3 URI: '{url}'. It must have the form s3://bucket/key.");
        }

        var slash = url.IndexOf('/', Scheme.Length);
        var bucket = slash < 0 ? url[Scheme.Length..] : url[Scheme.Length..slash];
        var key = slash < 0 ? "" : url[(slash + 1)..];

        if (!IsBucketName(bucket))
        {
            throw S3Error.InvalidBucketName(bucket);
        }

        if (System.Text.Encoding.UTF8.GetByteCount(key) > MaximumKeyLength)
        {
            throw S3Error.KeyTooLong();
        }

        return new ObjectLocation(bucket, key);
    }

    public override string ToString()
        => $"{Scheme}{Bucket}/{Key}";

    // Upper case and underscores are allowed in old buckets.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static bool IsBucketName(string bucket)
        => bucket.Length is >= 3 and <= 255
            && bucket[0] != '.'
            && !bucket.Contains("..", StringComparison.Ordinal)
            && bucket.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
