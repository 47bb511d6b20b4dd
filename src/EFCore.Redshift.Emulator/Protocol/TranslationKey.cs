namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>What a translation depends on, beside the catalogue.</summary>
internal readonly record struct TranslationKey(
    string Text, string Database, string User, string SearchPath, bool CaseSensitiveIdentifiers, bool InTransactionBlock);
