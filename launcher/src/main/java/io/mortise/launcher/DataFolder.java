package io.mortise.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * The one writable folder, held by one process. The pid file is locked while its process lives, so a pid in it is
 * ours exactly as long as the lock is held: the system frees it even after a kill -9.
 */
final class DataFolder implements AutoCloseable {
    private static final String PID_FILE = "mortise.pid";

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final FileChannel pidFile;

    private DataFolder(FileChannel pidFile) {
        this.pidFile = pidFile;
    }

    /** @throws Refused when another process holds the folder */
    static DataFolder hold(Path folder, String address) throws IOException {
        closeToOthers(folder);
        Files.createDirectories(folder.resolve("log"));
        Files.createDirectories(folder.resolve("modules"));
        Files.createDirectories(folder.resolve("cache/tmp"));
        FileChannel file =
                FileChannel.open(folder.resolve(PID_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw Refused.start("Another Mortise runs on the data folder " + folder
                    + ". Stop it first, or choose another folder with --data.");
        }
        String content = ProcessHandle.current().pid() + "\n" + address + "\n";
        file.truncate(0).write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        return new DataFolder(file);
    }

    /** Keys, passwords of vendors, and what the vendors' customers have: nobody else on this machine may read it. */
    private static void closeToOthers(Path folder) throws IOException {
        boolean fresh = !Files.exists(folder);
        Files.createDirectories(folder);
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(folder));
        open.retainAll(OTHERS);
        if (fresh) Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        else if (!open.isEmpty())
            System.err.println("Others on this machine can look into the data folder " + folder
                    + ", where secrets lie. Close it: chmod -R go= " + folder);
    }

    /** Looks without holding; empty lines when nobody runs there. Call it from another process than the holder's. */
    static Holder holder(Path folder) throws IOException {
        Path file = folder.resolve(PID_FILE);
        if (!Files.exists(file)) {
            return Holder.NOBODY;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null ? Holder.read(Files.readString(file)) : Holder.NOBODY;
        }
    }

    @Override
    public void close() throws IOException {
        pidFile.truncate(0);
        pidFile.close();
    }
}
