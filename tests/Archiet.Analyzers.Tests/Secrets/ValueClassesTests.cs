using Archiet.Analyzers.Secrets;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>What a name says, and what a value is under it.</summary>
public sealed class ValueClassesTests
{
    [TestCase("DbPassword", ExpectedResult = "db password")]
    [TestCase("DB_PASSWORD", ExpectedResult = "db password")]
    [TestCase("Jwt:SigningKey", ExpectedResult = "jwt signing key")]
    [TestCase("APIKey", ExpectedResult = "api key")]
    [TestCase("apiKeyV2", ExpectedResult = "api key v 2")]
    [TestCase("x-api-key", ExpectedResult = "x api key")]
    [TestCase("contraseña", ExpectedResult = "contraseña")]
    [TestCase("__--", ExpectedResult = "")]
    public string Words_of(string name) => string.Join(' ', Words.Of(name));

    [TestCase("password", ExpectedResult = nameof(SecretName.Password))]
    [TestCase("SMTP_PASSWORD", ExpectedResult = nameof(SecretName.Password))]
    [TestCase("passwordForAdmin", ExpectedResult = nameof(SecretName.Password))]
    [TestCase("dbpassword", ExpectedResult = nameof(SecretName.Password))]
    [TestCase("motDePasse", ExpectedResult = nameof(SecretName.Password))]
    [TestCase("Passphrase", ExpectedResult = nameof(SecretName.Passphrase))]
    [TestCase("clientSecret", ExpectedResult = nameof(SecretName.Key))]
    [TestCase("ApiKeyValue2", ExpectedResult = nameof(SecretName.Key))]
    [TestCase("Jwt:Key", ExpectedResult = nameof(SecretName.Key))]
    [TestCase("X-Api-Key", ExpectedResult = nameof(SecretName.Key))]
    [TestCase("accessToken", ExpectedResult = nameof(SecretName.Key))]
    [TestCase("PasswordHash", ExpectedResult = nameof(SecretName.None))]
    [TestCase("passwordResetUrl", ExpectedResult = nameof(SecretName.None))]
    [TestCase("isPassword", ExpectedResult = nameof(SecretName.None))]
    [TestCase("TokenType", ExpectedResult = nameof(SecretName.None))]
    [TestCase("CancellationToken", ExpectedResult = nameof(SecretName.None))]
    [TestCase("nextToken", ExpectedResult = nameof(SecretName.None))]
    [TestCase("PartitionKey", ExpectedResult = nameof(SecretName.None))]
    [TestCase("publicKey", ExpectedResult = nameof(SecretName.None))]
    [TestCase("PublicKeyToken", ExpectedResult = nameof(SecretName.None))]
    [TestCase("UserSecretsId", ExpectedResult = nameof(SecretName.None))]
    [TestCase("compass", ExpectedResult = nameof(SecretName.None))]
    [TestCase("monkey", ExpectedResult = nameof(SecretName.None))]
    public string A_name(string name) => SecretNames.Of(name).ToString();

    [TestCase("Kw8-zulu-Otter", ExpectedResult = nameof(ValueClass.Secret))]
    [TestCase("a1", ExpectedResult = nameof(ValueClass.Short))]
    [TestCase("changeme", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("****", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("${DB_PASSWORD}", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("prefix-{{ password }}", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("#{Password}", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("__Password__", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("op://vault/item/field", ExpectedResult = nameof(ValueClass.Reference))]
    [TestCase("arn:aws:secretsmanager:eu-west-1:123456789012:secret:x", ExpectedResult = nameof(ValueClass.Reference))]
    [TestCase("@Microsoft.KeyVault(SecretUri=https://x/)", ExpectedResult = nameof(ValueClass.Placeholder))]
    [TestCase("ENC[AES256_GCM,data:x]", ExpectedResult = nameof(ValueClass.Reference))]
    [TestCase("-----BEGIN CERTIFICATE-----", ExpectedResult = nameof(ValueClass.PublicKey))]
    [TestCase("pk_test_TYooMQauvdEDq54NiTphI7jx", ExpectedResult = nameof(ValueClass.PublicKey))]
    [TestCase("b77a5c561934e089", ExpectedResult = nameof(ValueClass.PublicKey))]
    [TestCase("$2a$11$abcdefghijklmnopqrstuu", ExpectedResult = nameof(ValueClass.Hash))]
    [TestCase("pbkdf2_sha256$260000$a1b2c3d4", ExpectedResult = nameof(ValueClass.Hash))]
    [TestCase("AKfH7mK0Tq2v0yV5b8c1Xn4Zr6Lw9Pe3Sd7Gj2Uh5Ti8Ok1Ml4Bn6Cq9Fa3Wx0Yz5A==", ExpectedResult = nameof(ValueClass.Hash))]
    [TestCase("ZKfH7mK0Tq2v0yV5b8c1Xn4Zr6Lw9Pe3Sd7Gj2Uh5Ti8Ok1Ml4Bn6Cq9Fa3Wx0Yz5A==", ExpectedResult = nameof(ValueClass.Secret))]
    [TestCase("urn:ietf:params:oauth:client-assertion-type:saml2-bearer", ExpectedResult = nameof(ValueClass.Location))]
    [TestCase("urn:4f8Q2xv7Lm3Zt9Wb1", ExpectedResult = nameof(ValueClass.Secret))]
    [TestCase("https://host/a1", ExpectedResult = nameof(ValueClass.Location))]
    [TestCase("/run/secrets/db1", ExpectedResult = nameof(ValueClass.Location))]
    [TestCase("6f9619ff-8b86-d011-b42d-00cf4fc964ff", ExpectedResult = nameof(ValueClass.Identifier))]
    [TestCase("01ARZ3NDEKTSV4RRFFQ69G5FAV", ExpectedResult = nameof(ValueClass.Identifier))]
    [TestCase("Please enter 8 characters.", ExpectedResult = nameof(ValueClass.Sentence))]
    [TestCase("^[a-z0-9]+$", ExpectedResult = nameof(ValueClass.Format))]
    [TestCase("2024-01-31", ExpectedResult = nameof(ValueClass.Format))]
    [TestCase("X-Refresh-Header", ExpectedResult = nameof(ValueClass.Name))]
    [TestCase("Jwt:SigningKey", ExpectedResult = nameof(ValueClass.Name))]
    [TestCase("oauth2", ExpectedResult = nameof(ValueClass.Name))]
    [TestCase("test-password-1!", ExpectedResult = nameof(ValueClass.Sample))]
    [TestCase("EXAMPLE1234567890", ExpectedResult = nameof(ValueClass.Sample))]
    public string A_value_under_a_password(string value) => ValueClasses.Of(value, SecretName.Password).ToString();

    [TestCase("Tr0ub4dor&3", ExpectedResult = nameof(ValueClass.Short))]
    [TestCase("abcdefghijklmnop", ExpectedResult = nameof(ValueClass.Format))]
    [TestCase("otterszuluotterszulu", ExpectedResult = nameof(ValueClass.Name))]
    [TestCase("p7Qw2Lx9Vt4Zr8Nk3Bm6Yc1", ExpectedResult = nameof(ValueClass.Secret))]
    public string A_value_under_a_key(string value) => ValueClasses.Of(value, SecretName.Key).ToString();
}
