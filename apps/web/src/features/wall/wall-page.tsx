export const WallPage = () => <p>wall</p>;
