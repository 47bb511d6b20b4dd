namespace EFCore.Redshift.Emulator.Sql;

public class SecretTextTest
{
    [Theory]
    [InlineData(
        "COPY t FROM 's3://b/k' ACCESS_KEY_ID 'AKIA' secret_access_key AS 'hu''sh' SESSION_TOKEN 'hush' CSV",
        "COPY t FROM 's3://b/k' ACCESS_KEY_ID '***' secret_access_key AS '***' SESSION_TOKEN '***' CSV")]
    [InlineData(
        "COPY t FROM 's3://b/k' WITH CREDENTIALS AS /* now */ 'aws_access_key_id=AKIA;aws_secret_access_key=hu\\'sh' CSV",
        "COPY t FROM 's3://b/k' WITH CREDENTIALS AS /* now */ '***' CSV")]
    [InlineData("CREATE USER u PASSWORD 'hush'", "CREATE USER u PASSWORD '***'")]
    [InlineData("UNLOAD ('x') TO 's3://b/k' IAM_ROLE 'arn' ENCRYPTED MASTER_SYMMETRIC_KEY 'hush'", "UNLOAD ('x') TO 's3://b/k' IAM_ROLE 'arn' ENCRYPTED MASTER_SYMMETRIC_KEY '***'")]
    [InlineData("COPY t FROM 's3://b/k' CREDENTIALS 'hush", "'***'")]
    public void Secrets_are_hidden(string sql, string expected)
        => Assert.Equal(expected, SecretText.Hide(sql));

    [Theory]
    [InlineData("SELECT password, token FROM credentials WHERE password = 'x'")]
    [InlineData("SELECT 'CREDENTIALS ''x'''")]
    [InlineData("SELECT token")]
    [InlineData("")]
    public void Other_texts_stay_as_they_are(string sql)
        => Assert.Equal(sql, SecretText.Hide(sql));
}
