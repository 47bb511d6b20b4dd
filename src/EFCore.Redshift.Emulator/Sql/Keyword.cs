namespace EFCore.Redshift.Emulator.Sql;

/// <summary>
///     The words that the grammar knows: those reserved first, then those that are names wherever a name is expected. An underscore of a
///     word is a capital of its member. ARRAY, OID and TIMESTAMP are on the list of reserved words, but the examples of the guide, and
///     clients that read the catalogue, name columns so.
///     https://docs.aws.amazon.com/redshift/latest/dg/r_pg_keywords.html
/// </summary>
internal enum Keyword : short
{
    /// <summary>Any other word, or no word.</summary>
    NoKeyword,

    // Reserved
    Aes128, Aes256, All, Allowoverwrite, Analyse, Analyze, And, Any, As, Asc, Authorization, Az64, Backup, Between, Binary, Blanksasnull,
    Both, Bytedict, Bzip2, Case, Cast, Check, Collate, Column, Connect, Constraint, Create, Credentials, Cross, CurrentDate, CurrentTime,
    CurrentTimestamp, CurrentUser, CurrentUserId, Default, Deferrable, Deflate, Defrag, Delta, Delta32k, Desc, Disable, Distinct, Do,
    Else, Emptyasnull, Enable, Encode, Encrypt, Encryption, End, Except, Explicit, False, For, Foreign, Freeze, From, Full, Globaldict256,
    Globaldict64k, Grant, Group, Gzip, Having, Identity, Ignore, Ilike, In, Initially, Inner, Intersect, Interval, Into, Is, Isnull, Join,
    Language, Leading, Left, Like, Limit, Localtime, Localtimestamp, Lun, Luns, Lzo, Lzop, Minus, Mostly16, Mostly32, Mostly8, Natural,
    New, Not, Notnull, Null, Nulls, Off, Offline, Offset, Old, On, Only, Open, Or, Order, Outer, Overlaps, Parallel, Partition, Percent,
    Permissions, Pivot, Placing, Primary, Raw, Readratio, Recover, References, Rejectlog, Resort, Respect, Restore, Right, Select,
    SessionUser, Similar, Snapshot, Some, Start, Sysdate, System, Table, Tag, Tdes, Text255, Text32k, Then, To, Top, Trailing, True,
    Truncatecolumns, Union, Unique, Unnest, Unpivot, User, Using, Verbose, Wallet, When, Where, With, Without,

    // Not reserved
    Abort, Absolute, Acceptanydate, Acceptinvchars, Access, AccessKeyId, Account, Add, Addquotes, Admin, Aggregate, Alter, Always, Append,
    Approximate, Array, Assumerole, Asymmetric, At, Attach, Auto, Avro, Backward, Begin, Binding, Bit, Boost, By, Call, Cancel, Cascade,
    Cascaded, Catalog, Char, Character, Characteristics, Checkpoint, Cleanpath, Close, Cluster, Collation, Columns, Comment, Commit,
    Committed, Compound, Compression, Comprows, Compupdate, Concurrently, Conflict, Connection, Continue, Conversion, Convert, Copy,
    Createdb, Createuser, Csv, Cube, Current, Cursor, Data, Database, Databases, Datashare, Datashares, Dateformat, Day, Deallocate,
    Decimal, Declare, Delete, Delimiter, Describe, Detach, Discard, Distkey, Diststyle, Domain, Double, Drop, Duplicates, Encoding,
    Encrypted, Escape, Even, Event, Exclude, Excluding, Execute, Exists, Explain, ExplicitIds, Extension, External, Externalid, Extract,
    Fetch, Fillrecord, Filltarget, Filter, First, Fixedwidth, Following, Force, Format, Forward, Function, Functions, Gb, Generated,
    Global, Grants, Grouping, Groups, Header, Hold, Hour, IamRole, If, Ignoreallerrors, Ignoreblanklines, Ignoreextra, Ignoreheader,
    Import, Include, Including, Increment, Index, Inherit, Inherits, Inout, Insensitive, Insert, Interleaved, Isolation, IsReserved, Job,
    Json, Key, KmsKeyId, Last, Lateral, LcCollate, LcCtype, Level, Library, Listen, Load, Local, Locale, Lock, Locked, Manifest, Masking,
    MasterSymmetricKey, Match, Matched, Materialized, Max, Maxerror, Maxfilesize, Mb, Merge, Minute, Mode, Model, Month, Move, Names,
    Namespace, National, Nchar, Next, No, Nocreatedb, Nocreateuser, Nocycle, Noload, None, Nothing, Notify, Nowait, Numeric, Of, Operator,
    Option, Orc, Ordinality, Others, Out, Over, Overlay, Overriding, Owner, Parquet, Partitioned, Password, Policy, Position, Preceding,
    Precision, Predicate, Prepare, Prepared, Preset, Prior, Procedure, Procedures, Program, Public, Publication, Qualify, Quota, Quote,
    Range, Read, Reassign, Recluster, Recursive, Refresh, Region, Reindex, Relative, Release, Remove, Removequotes, Rename, Repeatable,
    Replace, Replica, Reset, Restart, Restrict, Returning, Revoke, Rls, Role, Rollback, Rollup, Roundec, Row, Rowgroupsize, Rows, Rule,
    Savepoint, Schema, Schemas, Scroll, Second, SecretAccessKey, Security, Sequence, Serializable, Serializetojson, Server, Session,
    SessionToken, Set, Sets, Shapefile, Share, Show, Simplify, Skip, Sort, Sortkey, Ssh, Statistics, Statupdate, Stdin, Stdout, Stored,
    Strategy, Subscription, Substring, Symmetric, Syslog, Tables, Tablesample, Tablespace, Tb, Temp, Template, Temporary, Text, Ties,
    Time, Timeformat, Timeout, Timestamp, Timestamptz, Timetz, Token, Transaction, Trigger, Trim, Trimblanks, Truncate, TryCast, Type,
    Unbounded, Uncommitted, Unknown, Unlimited, Unlisten, Unload, Unlogged, Until, Update, Use, Vacuum, Valid, Validate, Value, Values,
    Varchar, Variadic, Varying, View, Window, Within, Work, Write, Year, Yes, Zone, Zstd,
}
