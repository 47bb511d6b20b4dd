using System.IO.Compression;
using System.Text;
using EFCore.Redshift.Emulator.Objects.Copy.Conversion;
using EFCore.Redshift.Emulator.Objects.Copy.Reading;

namespace EFCore.Redshift.Emulator.Objects.Copy;

/// <summary>Reads files record by record and writes the rows that PostgreSQL takes. Memory does not grow with the files.</summary>
internal sealed class FileLoader(
    IObjectStore store, RecordReader reader, IReadOnlyList<LoadColumn> columns, CopyOptions options, LoadErrorLog errors)
{
    // https://docs.aws.amazon.com/redshift/latest/dg/r_COPY.html: the maximum size of a single input row
    private const int MaximumRecordLength = 4 * 1024 * 1024;

    private const int FlushLength = 64 * 1024;

    // https://docs.aws.amazon.com/redshift/latest/dg/copy-parameters-data-conversion.html#copy-acceptinvchars
    private const int MaximumReplacements = 100;

    private readonly RowConverter _rows = new(columns, options);
    private readonly FieldList _fields = new();
    private readonly CopyTextWriter _output = new();

    public long Rows { get; private set; }

    public long Bytes { get; private set; }

    public List<LoadedFile> Files { get; } = [];

    /// <summary>How many lines had invalid characters that ACCEPTINVCHARS let through.</summary>
    public long RepairedRows { get; private set; }

    /// <summary>The first of them.</summary>
    public List<LoadReplacement> Replacements { get; } = [];

    public async Task LoadAsync(StoredObject file, Stream target, CancellationToken cancellationToken)
    {
        var content = await store.OpenReadAsync(file.Location, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            using var decoded = Decode(content);
            try
            {
                await LoadAsync(file, new RecordBuffer(decoded), target, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException)
            {
                throw EngineError.Create("The file is not a valid gzip file, or it is damaged.", 8001, $"S3 key being read : {file.Location}");
            }
        }
    }

    private async Task LoadAsync(StoredObject file, RecordBuffer buffer, Stream target, CancellationToken cancellationToken)
    {
        var line = 1L;
        var earlierErrors = errors.Count;
        var headers = options.HeaderLines;
        await buffer.FillAsync(cancellationToken).ConfigureAwait(false);
        if (buffer.Unread is [0xef, 0xbb, 0xbf, ..])
        {
            buffer.Skip(3);
        }

        while (true)
        {
            var isWanted = true;
            while (isWanted && reader.FindEnd(buffer.Unread, buffer.IsAtEnd) is { IsFound: true } end)
            {
                if (IsTooLong(end.Length, file, line, buffer.Unread))
                {
                    break;
                }

                var record = buffer.Unread[..end.ContentLength];
                var lines = buffer.Unread[..end.Length].Count((byte)'\n');
                if (headers > 0)
                {
                    headers--;
                }
                else
                {
                    Load(record, file, reader.IsByName ? line + record.Count((byte)'\n') : line);
                }

                line += lines;
                Bytes += end.Length;
                buffer.Skip(end.Length);
                isWanted = _output.Written.Length < FlushLength && errors.Pending < LoadErrorLog.BatchSize;
            }

            await errors.FlushAsync(isLast: false, cancellationToken).ConfigureAwait(false);
            if (!isWanted)
            {
                await FlushAsync(target, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (buffer.IsAtEnd)
            {
                break;
            }

            if (!IsTooLong(buffer.Unread.Length, file, line, buffer.Unread))
            {
                await buffer.FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await FlushAsync(target, cancellationToken).ConfigureAwait(false);
        Files.Add(new LoadedFile(file.Location, file.Length, line - 1, errors.Count - earlierErrors));
    }

    private void Load(ReadOnlySpan<byte> record, StoredObject file, long line)
    {
        if (record.IsEmpty && (options.IgnoresBlankLines || reader.IsByName))
        {
            return;
        }

        _fields.Clear();
        _output.BeginRow();
        var failed = -1;
        var fault = reader.Parse(record, _fields) ?? _rows.Convert(_fields, record, _output, out failed);
        if (options.Text.Replacement is not null)
        {
            NoteReplacements(record, file, line, isLoaded: fault is null);
        }

        if (fault is null)
        {
            _output.EndRow();
            Rows++;
        }
        else
        {
            _output.UndoRow();
            errors.Add(CreateError(fault, failed, record, file, line));
        }
    }

    private void NoteReplacements(ReadOnlySpan<byte> record, StoredObject file, long line, bool isLoaded)
    {
        var isRepaired = false;
        foreach (var column in columns)
        {
            // Asked of each column in any case, so that nothing is left for the next line.
            if (column.Converter.TakeHasReplaced() && isLoaded)
            {
                isRepaired = true;
                if (Replacements.Count < MaximumReplacements)
                {
                    Replacements.Add(new LoadReplacement(file.Location.ToString(), line, column.Name, LoadErrorText.Show(record)));
                }
            }
        }

        RepairedRows += isRepaired ? 1 : 0;
    }

    private LoadError CreateError(LoadFault fault, int failed, ReadOnlySpan<byte> record, StoredObject file, long line)
    {
        var column = failed >= 0 ? columns[failed] : null;
        var details = new List<LoadErrorField>();
        for (var i = 0; i <= failed && i < _fields.Count; i++)
        {
            details.Add(
                new LoadErrorField(
                    columns[i].Name,
                    LoadErrorText.Show(_fields.Value(i, record)),
                    _fields.IsMissing(i),
                    columns[i].TypeName,
                    columns[i].Length));
        }

        return new LoadError
        {
            File = file.Location.ToString(),
            Line = line,
            Column = column?.Name ?? "",
            Type = column?.TypeName ?? "",
            Length = column?.Length ?? "",
            RawLine = LoadErrorText.Show(record),
            RawValue = failed >= 0 && failed < _fields.Count ? LoadErrorText.Show(_fields.Value(failed, record)) : "",
            Fault = fault,
            Fields = details
        };
    }

    private async Task FlushAsync(Stream target, CancellationToken cancellationToken)
    {
        if (!_output.Written.IsEmpty)
        {
            await target.WriteAsync(_output.Written, cancellationToken).ConfigureAwait(false);
            _output.Clear();
        }
    }

    private Stream Decode(Stream content)
    {
        var stream = options.IsGzip ? new GZipStream(content, CompressionMode.Decompress) : content;
        return options.Encoding is { } encoding ? Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8) : stream;
    }

    // Where no line ends, there is nothing to go on with, so this fails the load whatever MAXERROR says.
    private bool IsTooLong(int length, StoredObject file, long line, ReadOnlySpan<byte> record)
    {
        if (length <= MaximumRecordLength)
        {
            return false;
        }

        errors.AddFatal(
            new LoadError
            {
                File = file.Location.ToString(),
                Line = line,
                Column = "",
                Type = "",
                Length = "",
                RawLine = LoadErrorText.Show(record),
                RawValue = "",
                Fault = new LoadFault(
                    LoadErrorCode.InvalidLine,
                    $"Missing newline: Unexpected character 0x{record[MaximumRecordLength]:x2} found at location {MaximumRecordLength}"),
                Fields = []
            });
        return true;
    }
}
