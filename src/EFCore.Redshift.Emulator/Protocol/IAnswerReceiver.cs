namespace EFCore.Redshift.Emulator.Protocol;

/// <summary>Takes the answer to a statement of the emulator's own.</summary>
internal interface IAnswerReceiver
{
    /// <summary>Takes one message; its body is valid until the task is done.</summary>
    ValueTask ReceiveAsync(byte type, ReadOnlyMemory<byte> body);

    /// <summary>The statement has failed, or the connection is gone.</summary>
    void Fail(Exception exception);
}
