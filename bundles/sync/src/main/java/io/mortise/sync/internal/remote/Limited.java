package io.mortise.sync.internal.remote;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body in memory, up to a size: a vendor that sends more is broken off. */
final class Limited implements HttpResponse.BodySubscriber<byte[]> {
    private final HttpResponse.BodySubscriber<byte[]> whole = HttpResponse.BodySubscribers.ofByteArray();
    private final int largest;
    private Flow.Subscription subscription;
    private long size;

    Limited(int largest) {
        this.largest = largest;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
        subscription = s;
        whole.onSubscribe(s);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        for (ByteBuffer buffer : part) size += buffer.remaining();
        if (size <= largest) {
            whole.onNext(part);
        } else {
            subscription.cancel();
            whole.onError(new IOException("the answer is larger than " + largest + " bytes"));
        }
    }

    @Override
    public void onError(Throwable t) {
        whole.onError(t);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
