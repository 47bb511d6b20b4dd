namespace EFCore.Redshift.Emulator.Objects.Unload;

/// <summary>A column of the query that is unloaded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeOid">Its type's number.</param>
/// <param name="TypeModifier">Its type's modifier, or -1.</param>
internal sealed record UnloadColumn(string Name, uint TypeOid, int TypeModifier)
{
    public bool IsCharacter
        => TypeOid is TypeOids.Char or TypeOids.Varchar or TypeOids.Text or TypeOids.Name or TypeOids.Unknown;

    /// <summary>Whether its text is a number in JSON too.</summary>
    public bool IsNumber
        => TypeOid is TypeOids.Int16 or TypeOids.Int32 or TypeOids.Int64 or TypeOids.Numeric or TypeOids.Float4 or TypeOids.Float8 or TypeOids.Oid;

    public bool IsSuper
        => TypeOid == TypeOids.Super;

    /// <summary>The types that are unloaded as text or CSV only.</summary>
    public bool IsTextOnly
        => TypeOid is TypeOids.Varbyte or TypeOids.Geometry or TypeOids.Geography or TypeOids.HllSketch;

    /// <summary>The types that PARTITION BY takes.</summary>
    public bool CanPartition
        => TypeOid is TypeOids.Int16 or TypeOids.Int32 or TypeOids.Int64 or TypeOids.Numeric or TypeOids.Float4 or TypeOids.Bool
            or TypeOids.Char or TypeOids.Varchar or TypeOids.Date or TypeOids.Timestamp;

    /// <summary>Its type as a verbose manifest names it.</summary>
    public string TypeName
        => TypeOid switch
        {
            TypeOids.Bool => "boolean",
            TypeOids.Int16 => "smallint",
            TypeOids.Int32 => "integer",
            TypeOids.Int64 => "bigint",
            TypeOids.Numeric => "numeric",
            TypeOids.Float4 => "real",
            TypeOids.Float8 => "double precision",
            TypeOids.Char => "character",
            TypeOids.Date => "date",
            TypeOids.Time => "time",
            TypeOids.TimeTz => "timetz",
            TypeOids.Timestamp => "timestamp",
            TypeOids.TimestampTz => "timestamptz",
            TypeOids.Super => "super",
            TypeOids.Varbyte => "varbyte",
            TypeOids.Geometry => "geometry",
            TypeOids.Geography => "geography",
            TypeOids.HllSketch => "hllsketch",
            _ => "character varying"
        };

    /// <summary>The length of its type in bytes, or null.</summary>
    public int? Length
        => TypeOid is TypeOids.Char or TypeOids.Varchar && TypeModifier > 4 ? TypeModifier - 4 : null;
}
