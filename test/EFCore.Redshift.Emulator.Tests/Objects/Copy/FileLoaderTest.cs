using EFCore.Redshift.Emulator.Objects.Copy.Reading;
using EFCore.Redshift.Emulator.Sql.Syntax;
using EFCore.Redshift.Emulator.TestUtilities;

namespace EFCore.Redshift.Emulator.Objects.Copy;

[Collection(RunsAlone.Name)]
public class FileLoaderTest
{
    private const long Megabyte = 1024 * 1024;

    private static readonly string[] Types =
    [
        "bigint", "character varying(60)", "numeric(12,2)", "timestamp without time zone", "boolean", "date", "double precision"
    ];

    [Theory]
    [InlineData(nameof(TransferOptionKind.IgnoreBlankLines), 100)]
    [InlineData(nameof(TransferOptionKind.Csv), 20)]
    [InlineData(nameof(TransferOptionKind.Escape), 20)]
    public async Task Files_of_any_size_are_loaded_without_memory_growing(string option, int megabytes)
    {
        var options = new CopyOptions(new TransferOptions([new TransferOption(Enum.Parse<TransferOptionKind>(option))]));
        List<LoadColumn> columns =
        [
            .. Types.Select(
                (type, i) => LoadColumn.Create(new TargetColumn($"c{i}", type, IsNullable: true, HasDefault: false, IsIdentity: false), options))
        ];
        var line = System.Text.Encoding.UTF8.GetBytes(
            "123456789|Gotterdammerung at the Opera é|199.999|2008-01-25 14:30:00.25|t|2008-01-25|1.5e10\n".Replace('|', (char)options.Delimiter));
        var file = new StoredObject(new ObjectLocation("bucket", "file"), megabytes * Megabyte);
        var errors = new LoadErrorLog(1, (_, _) => Task.CompletedTask);
        var loader = new FileLoader(
            new RepeatingStore(line, megabytes * Megabyte),
            await RecordReaderFactory.CreateAsync(options, columns, new MemoryObjectStore(), CancellationToken.None),
            columns,
            options,
            errors);
        var target = new CountingTarget();

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await loader.LoadAsync(file, target, CancellationToken.None);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.Equal(megabytes * Megabyte / line.Length, loader.Rows);
        Assert.True(target.Count > megabytes * Megabyte);

        // Not only what is held at once: nothing is allocated for a field or a row.
        Assert.InRange(allocated, 0, 5 * Megabyte);
    }

    private sealed class RepeatingStore(byte[] line, long length) : IObjectStore
    {
        public Task<Stream> OpenReadAsync(ObjectLocation location, CancellationToken cancellationToken)
            => Task.FromResult<Stream>(new RepeatingStream(line, length / line.Length));

        public Task<IReadOnlyList<StoredObject>> ListAsync(ObjectLocation prefix, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public Task<bool> ExistsAsync(ObjectLocation location, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public Task<IObjectUpload> CreateAsync(ObjectLocation location, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public Task DeleteAsync(ObjectLocation location, CancellationToken cancellationToken)
            => throw new NotSupportedException();
    }

    private sealed class RepeatingStream(byte[] line, long count) : ForwardStream
    {
        private long _remaining = line.Length * count;
        private int _position;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var length = (int)Math.Min(Math.Min(buffer.Length, line.Length - _position), _remaining);
            line.AsSpan(_position, length).CopyTo(buffer.Span);
            _position = (_position + length) % line.Length;
            _remaining -= length;
            return ValueTask.FromResult(length);
        }
    }

    private sealed class CountingTarget : ForwardStream
    {
        public long Count { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Count += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }

    private abstract class ForwardStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
            => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin)
            => throw new NotSupportedException();

        public override void SetLength(long value)
            => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count)
            => throw new NotSupportedException();
    }
}
