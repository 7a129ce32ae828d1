package org.steelyard.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has each request worked on by a platform thread, which the system takes off its core by turns, while the virtual thread that the
 * server gave it waits. What waits for its client stays on its virtual thread, of which there may be thousands: a stream, or what
 * somebody gave that name, a form, and a large body. Before every other filter, for those leave at their thread what later ones
 * look for there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestThreads extends OncePerRequestFilter {
    private static final long IDLE_SECONDS = 60;
    private static final ThreadFactory NAMED =
            Thread.ofPlatform().name("request-", 0).daemon().factory();

    private final ThreadPoolExecutor workers;

    RequestThreads(@Value("${steelyard.requests.most}") int most) {
        workers = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), RequestThreads::newThread);
        workers.allowCoreThreadTimeOut(true);
    }

    /** Its class loader would be that of the request which needed it, and the server complain of what outlives that. */
    private static Thread newThread(Runnable work) {
        var thread = NAMED.newThread(work);
        thread.setContextClassLoader(RequestThreads.class.getClassLoader());
        return thread;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().endsWith(ApiPaths.STREAM) || !ArrivedRequest.canBeAwaited(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var arrived = ArrivedRequest.await(request);
        var done = new CompletableFuture<Void>();
        workers.execute(() -> {
            try {
                chain.doFilter(arrived, response);
                done.complete(null);
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        await(done);
    }

    /** Not even who interrupts this thread ends the wait: the other one still has the request. */
    private static void await(CompletableFuture<Void> done) throws IOException, ServletException {
        try {
            done.join();
        } catch (CompletionException wrapped) {
            switch (wrapped.getCause()) {
                case IOException failure -> throw failure;
                case ServletException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw wrapped;
            }
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
