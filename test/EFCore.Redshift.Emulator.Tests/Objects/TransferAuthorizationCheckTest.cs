namespace EFCore.Redshift.Emulator.Objects;

// https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-authorization.html
public class TransferAuthorizationCheckTest
{
    [Theory]
    [InlineData("IAM_ROLE default")]
    [InlineData("IAM_ROLE 'arn:aws:iam::0123456789012:role/MyRedshiftRole'")]
    [InlineData("IAM_ROLE 'arn:aws-cn:iam::0123456789012:role/path/Role,arn:aws:iam::210987654321:role/Other'")]
    [InlineData("ACCESS_KEY_ID 'AKIA' SECRET_ACCESS_KEY 'secret'")]
    [InlineData("ACCESS_KEY_ID 'AKIA' SECRET_ACCESS_KEY 'secret' SESSION_TOKEN 'token'")]
    [InlineData("CREDENTIALS 'aws_access_key_id=AKIA;aws_secret_access_key=secret'")]
    [InlineData("WITH CREDENTIALS AS 'aws_access_key_id=AKIA;aws_secret_access_key=secret;token=token='")]
    [InlineData("CREDENTIALS 'aws_iam_role=arn:aws:iam::0123456789012:role/MyRedshiftRole'")]
    public async Task The_documented_forms_are_taken(string authorization)
        => await TransferTester.ForTable("id integer").WithFile("file", "1\n").ExecuteAsync($"COPY t FROM 's3://bucket/file' {authorization}");

    [Theory]
    [InlineData("IAM_ROLE 'hush'")]
    [InlineData("IAM_ROLE 'arn:aws:iam::0123456789012:user/hush'")]
    [InlineData("IAM_ROLE 'arn:aws:iam::0123456789012:role/a, arn:aws:iam::0123456789012:role/hush'")]
    [InlineData("ACCESS_KEY_ID 'hush'")]
    [InlineData("ACCESS_KEY_ID '' SECRET_ACCESS_KEY 'hush'")]
    [InlineData("SESSION_TOKEN 'hush'")]
    [InlineData("CREDENTIALS 'hush'")]
    [InlineData("CREDENTIALS 'aws_access_key_id=AKIA; aws_secret_access_key=hush'")]
    [InlineData("CREDENTIALS 'aws_access_key_id=AKIA;aws_secret_access_key=hush;aws_iam_role=arn:aws:iam::1:role/x'")]
    [InlineData("CREDENTIALS 'aws_access_key_id=AKIA;aws_secret_access_key=hush;other=x'")]
    public async Task Other_forms_are_refused_and_not_repeated(string authorization)
    {
        var error = await TransferTester.ForTable("id integer").WithFile("file", "1\n").FailsAsync(
            $"COPY t FROM 's3://bucket/file' {authorization}");

        Assert.StartsWith("Invalid credentials. Must be of the format", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.ToString() + error.Detail + error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_is_refused()
        => Assert.Contains("must be specified", (await TransferTester.ForTable("id integer").FailsAsync("COPY t FROM 's3://bucket/file'")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Credentials_do_not_go_with_a_key_parameter()
        => Assert.Contains(
            "not compatible",
            (await TransferTester.ForTable("id integer").FailsAsync(
                "COPY t FROM 's3://bucket/file' CREDENTIALS 'aws_iam_role=arn:aws:iam::1:role/x' ENCRYPTED MASTER_SYMMETRIC_KEY 'hush'")).Message,
            StringComparison.Ordinal);
}
