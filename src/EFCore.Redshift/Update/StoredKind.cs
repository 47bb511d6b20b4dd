namespace EFCore.Redshift.Update;

/// <summary>The families of columns whose stored values can be foretold, each in its own way.</summary>
internal enum StoredKind
{
    Other,
    Integer,
    Boolean,
    Text,
    Bytes,
    Date,
    Time,
    Timestamp,
    Decimal,
    Float
}
