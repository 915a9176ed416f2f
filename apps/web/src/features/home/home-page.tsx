export const HomePage = () => <p>home</p>;
