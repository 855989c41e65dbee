package com.gammareplay.marketdata.sqlite.pages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The pages of an SQLite file, numbered from 1. Used by one thread. */
final class PageFile implements AutoCloseable {

    private static final int HEADER = 100;
    private static final int PAGE_SIZE = 16;
    private static final int RESERVED = 20;
    private static final int CHANGE_COUNTER = 24;
    private static final int PAGES = 28;
    private static final int ENCODING = 56;
    private static final int PAGES_VALID_FOR = 92;
    private static final int UTF_8 = 1;
    private static final int LARGEST_PAGE = 1 << 16;
    private static final int SMALLEST_PAGE = 1 << 9;
    /** What a page may end with, so that reading a number at its end stays within the buffer. */
    private static final int SLACK = 16;

    private static final int BUFFER = 1 << 18;

    private final FileChannel channel;
    private final int pageSize;
    private final int usable;
    private final long pages;

    private PageFile(FileChannel channel, int pageSize, int usable, long pages) {
        this.channel = channel;
        this.pageSize = pageSize;
        this.usable = usable;
        this.pages = pages;
    }

    static PageFile open(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            var header = ByteBuffer.allocate(HEADER);
            fill(channel, header, 0);
            var size = header.getShort(PAGE_SIZE) & 0xffff;
            var pageSize = size == 1 ? LARGEST_PAGE : size;
            if (pageSize < SMALLEST_PAGE || Integer.bitCount(pageSize) != 1 || header.getInt(ENCODING) != UTF_8) {
                throw new UnreadablePageException("page size " + pageSize + ", encoding " + header.getInt(ENCODING));
            }
            var usable = pageSize - (header.get(RESERVED) & 0xff);
            var pages = Math.min(pages(header), channel.size() / pageSize);
            return new PageFile(channel, pageSize, usable, pages);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What the header says; as many as there are if it does not say. */
    private static long pages(ByteBuffer header) {
        var pages = header.getInt(PAGES) & 0xffffffffL;
        return pages == 0 || header.getInt(CHANGE_COUNTER) != header.getInt(PAGES_VALID_FOR) ? Long.MAX_VALUE : pages;
    }

    private static void fill(FileChannel channel, ByteBuffer target, long position) throws IOException {
        while (target.hasRemaining()) {
            var read = channel.read(target, position);
            if (read < 0) {
                throw new UnreadablePageException("the file ends at byte " + position);
            }
            position += read;
        }
    }

    int pageSize() {
        return pageSize;
    }

    /** Bytes of a page that hold data. */
    int usable() {
        return usable;
    }

    /** Number of whole pages. */
    long pages() {
        return pages;
    }

    /** Most pages that fit a {@link #buffer}. */
    int pagesAtOnce() {
        return Math.max(1, BUFFER / pageSize);
    }

    byte[] buffer() {
        return new byte[pagesAtOnce() * pageSize + SLACK];
    }

    /** Reads some pages that lie one after another. */
    void read(int first, int count, byte[] buffer) throws IOException {
        if (first < 1 || first + count - 1L > pages) {
            throw new UnreadablePageException("there is no page " + first + " to " + (first + count - 1L));
        }
        fill(channel, ByteBuffer.wrap(buffer, 0, count * pageSize), (first - 1L) * pageSize);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
