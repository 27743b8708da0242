package io.mortise.sync.internal.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body that is read while it comes: only one part of it waits in memory, and the next is asked for when that was read.
 * A vendor from whom nothing comes for a while, or too little, or too much, is broken off. One thread reads.
 */
final class Trickle extends InputStream implements HttpResponse.BodySubscriber<InputStream> {
    private static final Part END = new Part(List.of(), null);

    /** @param broken why nothing more comes; null if more may */
    private record Part(List<ByteBuffer> bytes, IOException broken) {}

    private final long largest;
    private final Passage passage;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final Deque<ByteBuffer> here = new ArrayDeque<>();
    private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
    private long size;
    private boolean ended;

    /** @param largest in bytes */
    Trickle(long largest, Passage passage) {
        this.largest = largest;
        this.passage = passage;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed.complete(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        parts.add(new Part(bytes, null));
    }

    @Override
    public void onError(Throwable why) {
        parts.add(new Part(List.of(), new IOException("the connection broke", why)));
    }

    @Override
    public void onComplete() {
        parts.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) return 0;
        while (!ended && here.isEmpty()) take();
        if (here.isEmpty()) return -1;
        ByteBuffer first = here.peek();
        int some = Math.min(length, first.remaining());
        first.get(into, from, some);
        if (!first.hasRemaining()) here.remove();
        if (here.isEmpty()) subscribed.join().request(1);
        return some;
    }

    private void take() throws IOException {
        Part part = next();
        if (part.broken() != null) throw part.broken();
        if (part == END) ended = true;
        part.bytes().stream().filter(ByteBuffer::hasRemaining).forEach(here::add);
        long came = here.stream().mapToLong(ByteBuffer::remaining).sum();
        size += came;
        passage.moved(came);
        if (size > largest) throw stopped("the file is larger than " + largest + " bytes");
        if (!ended && here.isEmpty()) subscribed.join().request(1);
    }

    private Part next() throws IOException {
        try {
            passage.listen();
            Part part = parts.poll(passage.left().toMillis(), TimeUnit.MILLISECONDS);
            if (part == null) throw stopped(passage.why());
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped("the reading was interrupted");
        }
    }

    private IOException stopped(String why) {
        close();
        return new IOException(why);
    }

    @Override
    public void close() {
        ended = true;
        here.clear();
        subscribed.thenAccept(Subscription::cancel);
    }
}
