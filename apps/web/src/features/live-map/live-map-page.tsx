export const LiveMapPage = () => <p>live-map</p>;
