using EFCore.Redshift.Emulator.Sql;

namespace EFCore.Redshift.Emulator.Objects;

public class ObjectLocationTest
{
    [Theory]
    [InlineData("s3://mybucket/data/category.txt", "mybucket", "data/category.txt")]
    [InlineData("S3://mybucket/a//b", "mybucket", "a//b")]
    [InlineData("s3://mybucket", "mybucket", "")]
    public void A_url_is_a_bucket_and_a_key(string url, string bucket, string key)
        => Assert.Equal(new ObjectLocation(bucket, key), ObjectLocation.Parse(url));

    [Theory]
    [InlineData("s3://../etc/passwd")]
    [InlineData("s3://.hidden/x")]
    [InlineData("s3:///x")]
    [InlineData("s3://a..b/x")]
    [InlineData("s3://a\\b/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    public void What_names_no_bucket_is_refused(string url)
        => Assert.Throws<RedshiftErrorException>(() => ObjectLocation.Parse(url));
}
