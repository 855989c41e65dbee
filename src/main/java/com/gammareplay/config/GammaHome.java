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

    private final Path folder;
    private final FileChannel lock;

    private GammaHome(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, and holds it until closed or until the process ends in any way.
     *
     * @throws HomeUnavailableException if it cannot be written, or another process holds it
     */
    static GammaHome open(Path folder) {
        try {
            Files.createDirectories(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new HomeUnavailableException("Another gamma-replay uses the folder "
                        + folder.toAbsolutePath().normalize());
            }
            return new GammaHome(folder, channel);
        } catch (IOException e) {
            throw new HomeUnavailableException(
                    "The folder " + folder.toAbsolutePath().normalize() + " cannot be made or written to", e);
        }
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

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
