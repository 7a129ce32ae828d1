package org.steelyard.http;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts strict bodies, points in time, pages and CSV between Spring MVC and every controller. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HttpSettings implements WebMvcConfigurer {

    private final JsonMapper json;

    HttpSettings(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new BodyConverter());
        converters.addCustomConverter(new CsvConverter(json));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new QueryParameters()).addPathPatterns(ApiPaths.ROOT + "/**");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PointInTimeResolver());
        resolvers.add(new RangeInTimeResolver());
        resolvers.add(new PagingResolver());
        resolvers.add(new LastEventResolver());
        resolvers.add(new WriteRequestResolver());
        resolvers.add(new SentResolver());
    }
}
