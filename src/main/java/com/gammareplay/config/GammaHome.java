package com.gammareplay.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder that the service writes to, held by one process at a time. */
final class GammaHome implements AutoCloseable {

    private static final String REMEDY =
            "Set GAMMA_HOME to a folder that this user can write to and that no other gamma-replay uses.";

    private final Path folder;
    private final FileChannel lock;

    private GammaHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, and holds it until closed or until the process ends in any way.
     *
     * @throws StartRefusedException if it cannot be written, or another process holds it
     */
    static GammaHome open(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartRefusedException(
                        "Another gamma-replay uses the folder "
                                + folder.toAbsolutePath().normalize(),
                        REMEDY);
            }
            return new GammaHome(folder, channel);
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    private static StartRefusedException unavailable(Path folder, IOException cause) {
        return new StartRefusedException(
                "The folder " + folder.toAbsolutePath().normalize() + " cannot be made or written to", REMEDY, cause);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) { // held by this very process
            return null;
        }
    }

    Path folder() {
        return folder;
    }

    /**
     * A folder in it, made if need be.
     *
     * @throws StartRefusedException if it cannot be made
     */
    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
